import type { Language } from "#basics";
import type { Block, OfficialDocument } from "./official-document.ts";

/** The nine delegations of the made-up meeting; no person of this name is meant. */
const delegations = [
  ["Belice", "Belize", "Arlene Usher", "09:02", "17:40"],
  ["Costa Rica", "Costa Rica", "Ana Lucía Vargas Solano", "08:51", "17:40"],
  ["El Salvador", "El Salvador", "Rodrigo Menjívar Peña", "08:58", "17:40"],
  ["Guatemala", "Guatemala", "María Xol Tzul", "08:45", "17:40"],
  ["Honduras", "Honduras", "Denia Núñez Bográn", "09:31", "17:40"],
  ["México", "Mexico", "Íñigo Gutiérrez Ávila", "08:49", "15:20"],
  ["Nicaragua", "Nicaragua", "Auxiliadora Peñalba", "09:00", "17:40"],
  ["Panamá", "Panama", "Itzel Quintero", "08:55", "17:40"],
  ["República Dominicana", "Dominican Republic", "Yudelka Féliz Báez", "10:12", "17:40"],
] as const;

/** A made-up act with everything that an act can hold, in two or three pages: for tests and for looking at. */
export function sampleAct(language: Language, changes: Partial<OfficialDocument> = {}): OfficialDocument {
  const say = (es: string, en: string) => (language === "es" ? es : en);
  const name = ([es, en]: readonly [string, string, ...string[]]) => say(es, en);
  const votes = ["+", "+", "+", "+", "+", "−", "+", "0", "+"];
  const ballot = (sign: string | undefined) =>
    sign === "+" ? say("A favor", "In favour") : sign === "−" ? say("En contra", "Against") : say("Abstención", "Abstention");
  const body: Block[] = [
    { kind: "heading", level: 2, text: say("Apertura", "Opening") },
    {
      kind: "paragraph",
      numbered: true,
      text: [
        say(
          "La presidencia pro tempore declaró abierta la reunión a las 09:00 y dio la bienvenida a las delegaciones. La ",
          "The presidency pro tempore declared the meeting open at 09:00 and welcomed the delegations. The ",
        ),
        { text: say("convocatoria", "convocation"), strong: true },
        say(
          " se envió el 3 de junio de 2024, con cuarenta y dos días de anticipación, y consta la recepción de las nueve delegaciones.",
          " was sent on 3 June 2024, forty-two days ahead, and receipt by all nine delegations is on record.",
        ),
      ],
    },
    {
      kind: "paragraph",
      numbered: true,
      text: say(
        "La agenda se aprobó por consenso, con los puntos siguientes:",
        "The agenda was approved by consensus, with these items:",
      ),
    },
    {
      kind: "list",
      style: "lettered",
      items: [
        say("lectura y aprobación del acta IV-2023;", "reading and approval of the act IV-2023;"),
        say("informes de situación por país;", "situation reports by country;"),
        say("protocolo regional de remisión de casos;", "regional protocol for the referral of cases;"),
        say("elección de la presidencia para el período 2024-2025.", "election of the presidency for the term 2024-2025."),
      ],
    },
    { kind: "heading", level: 2, text: say("Asistencia y quórum", "Attendance and quorum") },
    { kind: "heading", level: 3, text: say("Asistencia por delegación", "Attendance by delegation") },
    {
      kind: "table",
      caption: say(
        "Delegaciones presentes, con la hora de llegada y de salida",
        "Delegations present, with times of arrival and departure",
      ),
      columns: [
        { head: say("Estado", "State"), kind: "text" },
        { head: say("Representante", "Representative"), kind: "text" },
        { head: say("Calidad", "Capacity"), kind: "text" },
        { head: say("Llegada", "Arrival"), kind: "number" },
        { head: say("Salida", "Departure"), kind: "number" },
      ],
      rows: delegations.map((each, at) => [
        name(each),
        each[2],
        at % 4 === 3 ? say("Suplente", "Alternate") : say("Titular", "Titular"),
        each[3],
        each[4],
      ]),
    },
    { kind: "note", text: say("Hora de Ciudad de Guatemala (UTC−6).", "Guatemala City time (UTC−6).") },
    { kind: "heading", level: 3, text: say("Línea del quórum", "Quorum timeline") },
    {
      kind: "table",
      caption: say("Miembros en sala; el quórum es de cinco de nueve", "Members in the room; quorum is five of nine"),
      columns: [
        { head: say("Desde", "From"), kind: "text" },
        { head: say("Hasta", "To"), kind: "text" },
        { head: say("Qué ocurrió", "What happened"), kind: "text" },
        { head: say("En sala", "In the room"), kind: "number" },
        { head: say("Quórum", "Quorum"), kind: "text" },
      ],
      rows: [
        ["08:45", "08:58", say("Primeras llegadas", "First arrivals"), "4", say("No", "No")],
        [
          "08:58",
          "09:31",
          say("Llega El Salvador y después Nicaragua y Belice", "El Salvador arrives, then Nicaragua and Belize"),
          "7",
          say("Sí", "Yes"),
        ],
        ["09:31", "10:12", say("Llega Honduras", "Honduras arrives"), "8", say("Sí", "Yes")],
        ["10:12", "15:20", say("Llega la República Dominicana", "The Dominican Republic arrives"), "9", say("Sí", "Yes")],
        ["15:20", "17:40", say("Se retira México", "Mexico leaves"), "8", say("Sí", "Yes")],
      ],
    },
    { kind: "heading", level: 2, text: say("Deliberación y votaciones", "Discussion and votes") },
    {
      kind: "heading",
      level: 3,
      text: say("Protocolo regional de remisión de casos", "Regional protocol for the referral of cases"),
    },
    {
      kind: "paragraph",
      numbered: true,
      text: say(
        "La delegación de Costa Rica presentó el texto preparado por el comité de trabajo. Las delegaciones de Guatemala, Panamá y Belice intervinieron para precisar los plazos de respuesta entre autoridades. La presidencia sometió a votación nominal la moción siguiente:",
        "The delegation of Costa Rica presented the text prepared by the working committee. The delegations of Guatemala, Panama and Belize spoke to settle the time limits for answers between authorities. The presidency put the following motion to a roll call:",
      ),
    },
    {
      kind: "quote",
      text: say(
        "Adoptar el protocolo regional de remisión de casos de trata de personas, que entra en vigor a los noventa días y se revisa cada dos años con las cifras publicadas por la Coalición.",
        "To adopt the regional protocol for the referral of cases of trafficking in persons, which enters into force after ninety days and is reviewed every two years with the figures that the Coalition publishes.",
      ),
      source: say("Moción 2, presentada por Costa Rica", "Motion 2, put by Costa Rica"),
    },
    {
      kind: "table",
      caption: say("Votación nominal de la moción 2", "Roll call on motion 2"),
      columns: [
        { head: say("Estado", "State"), kind: "text", share: 1.6 },
        { head: say("Voto", "Vote"), kind: "text", share: 1.2 },
        { head: say("Hora", "Time"), kind: "number" },
      ],
      rows: delegations.map((each, at) => [name(each), ballot(votes[at]), `11:${String(4 + at).padStart(2, "0")}`]),
      total: [
        say("A favor 7, en contra 1, abstenciones 1", "In favour 7, against 1, abstentions 1"),
        say("Aprobada", "Adopted"),
        "",
      ],
    },
    {
      kind: "together",
      blocks: [
        {
          kind: "paragraph",
          numbered: true,
          text: say(
            "La delegación de México dejó constancia de su reserva:",
            "The delegation of Mexico placed its reservation on record:",
          ),
        },
        {
          kind: "quote",
          text: say(
            "México comparte el propósito del protocolo. Se reserva la aplicación del artículo 7, en tanto su congreso conoce la reforma de la ley general en la materia.",
            "Mexico shares the purpose of the protocol. It reserves the application of article 7 while its congress considers the reform of the general law on the matter.",
          ),
          source: say("Reserva de la delegación de México", "Reservation of the delegation of Mexico"),
        },
      ],
    },
    { kind: "heading", level: 3, text: say("Conteo y reconteo", "Count and recount") },
    {
      kind: "definitions",
      items: [
        {
          term: say("Conteo", "Count"),
          text: say(
            "nueve papeletas; a favor 7, en contra 1, abstenciones 1.",
            "nine ballots; in favour 7, against 1, abstentions 1.",
          ),
        },
        {
          term: say("Reconteo", "Recount"),
          text: [
            say(
              "las mismas nueve papeletas, por otra persona y otro camino; ",
              "the same nine ballots, by another person and another path; ",
            ),
            { text: say("sin diferencias", "no differences"), emphasis: true },
            ".",
          ],
        },
      ],
    },
    { kind: "heading", level: 2, text: say("Acuerdos", "Agreements") },
    {
      kind: "list",
      style: "numbered",
      items: [
        say(
          "Adoptar el protocolo regional de remisión de casos. Responsables: los nueve Estados. Plazo: 90 días.",
          "To adopt the regional protocol for the referral of cases. Responsible: the nine States. Due: 90 days.",
        ),
        say(
          "Encargar a la Secretaría Técnica la traducción del protocolo al inglés. Plazo: 30 de septiembre de 2024.",
          "To charge the Technical Secretariat with the translation of the protocol into English. Due: 30 September 2024.",
        ),
        say(
          "Presentar el primer informe de seguimiento en la primera plenaria de 2025.",
          "To present the first follow-up report at the first plenary of 2025.",
        ),
      ],
    },
    {
      kind: "paragraph",
      numbered: true,
      text: say(
        "Sin otro asunto que tratar, la presidencia clausuró la reunión a las 17:40.",
        "There being no other business, the presidency closed the meeting at 17:40.",
      ),
    },
  ];
  return {
    language,
    kind: say("Acta", "Act"),
    number: "V-2024",
    title: say("Quinta reunión plenaria ordinaria", "Fifth ordinary plenary meeting"),
    subtitle: say(
      "Documento de ejemplo: la reunión y las personas son ficticias",
      "Sample document: the meeting and the persons are fictional",
    ),
    date: new Date("2024-07-15T00:00:00Z"),
    place: say("Ciudad de Guatemala, 15 de julio de 2024", "Guatemala City, 15 July 2024"),
    summary: [
      {
        label: say("Preside", "Presiding"),
        value: say("Guatemala, presidencia pro tempore", "Guatemala, presidency pro tempore"),
      },
      { label: say("Secretaría Técnica", "Technical Secretariat"), value: "Costa Rica" },
      {
        label: say("Quórum", "Quorum"),
        value: say(
          "Desde las 08:58 hasta la clausura; mínimo 7 de 9 al votar",
          "From 08:58 to the close; at least 7 of 9 at every vote",
        ),
      },
      {
        label: say("Resultado", "Outcome"),
        value: say(
          "Una moción aprobada por votación nominal, tres acuerdos, una reserva",
          "One motion adopted by roll call, three agreements, one reservation",
        ),
      },
    ],
    body,
    signatures: [
      {
        name: "María Xol Tzul",
        post: say("Presidencia pro tempore, Guatemala", "Presidency pro tempore, Guatemala"),
        signedAt: say("2 de agosto de 2024, 10:14", "2 August 2024, 10:14"),
        digest: "7f3a 91c0 5be2 d418",
      },
      {
        name: "Ana Lucía Vargas Solano",
        post: say("Secretaría Técnica, Costa Rica", "Technical Secretariat, Costa Rica"),
        signedAt: say("2 de agosto de 2024, 11:02", "2 August 2024, 11:02"),
        digest: "7f3a 91c0 5be2 d418",
      },
    ],
    verification: {
      code: "CRT-7Q4M-K2XD",
      url: "https://corett.example/v/CRT-7Q4M-K2XD",
      hashNote: say(
        "Huella SHA-256 del contenido firmado: 7f3a91c05be2d4180c96a7e1f24b8d3355aa09c1e7f2b6d48390ce51ab07f642",
        "SHA-256 fingerprint of the signed content: 7f3a91c05be2d4180c96a7e1f24b8d3355aa09c1e7f2b6d48390ce51ab07f642",
      ),
    },
    footer: say(
      "Secretaría Técnica de la CORETT. El original se conserva en el archivo de la Coalición.",
      "Technical Secretariat of CORETT. The original is kept in the archive of the Coalition.",
    ),
    ...changes,
  };
}

/** A made-up certificate of attendance: one page by the same model. */
export function sampleCertificate(language: Language, changes: Partial<OfficialDocument> = {}): OfficialDocument {
  const say = (es: string, en: string) => (language === "es" ? es : en);
  const act = sampleAct(language);
  const signature = act.signatures?.[1];
  return {
    ...act,
    layout: "certificate",
    kind: say("Constancia", "Certificate"),
    number: "CA-2024-017",
    title: say("Constancia de asistencia", "Certificate of attendance"),
    subtitle: say(
      "Documento de ejemplo: la reunión y las personas son ficticias",
      "Sample document: the meeting and the persons are fictional",
    ),
    summary: [],
    body: [
      { kind: "paragraph", text: say("La Secretaría Técnica hace constar que", "The Technical Secretariat certifies that") },
      { kind: "paragraph", text: [{ text: "Íñigo Gutiérrez Ávila", strong: true }] },
      {
        kind: "paragraph",
        text: say(
          "delegado titular de México, asistió a la quinta reunión plenaria ordinaria de la Coalición, de las 08:49 a las 15:20 del 15 de julio de 2024, según el registro de asistencia de la reunión.",
          "titular delegate of Mexico, attended the fifth ordinary plenary meeting of the Coalition, from 08:49 to 15:20 on 15 July 2024, as the record of attendance of the meeting shows.",
        ),
      },
    ],
    ...(signature ? { signatures: [signature] } : {}),
    ...changes,
  };
}
