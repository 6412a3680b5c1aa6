import { type Text, dayOf, formatDate } from "#basics";
import type { Responsible } from "../../src/plenary/agreement/agreement.ts";
import { publishAgreement } from "../../src/plenary/agreement/agreement-close.store.ts";
import { enterAgreement } from "../../src/plenary/agreement/agreement-entry.store.ts";
import { agreements } from "../../src/plenary/agreement/agreement.store.ts";
import type { Due } from "../../src/plenary/agreement/due.ts";
import { addOffspring } from "../../src/plenary/agreement/offspring.store.ts";
import { answerReport, reportProgress } from "../../src/plenary/agreement/progress.store.ts";
import { byMember, byPlenary, byPresidency, bySecretariat, supportedBy } from "../../src/plenary/record/record.ts";
import { motions } from "./demo-plenary-content.ts";
import type { DemoMotion } from "./demo-plenary-decide.ts";
import { type Member, type Stage, demoId, does, presidency, secretariat, sees, titular } from "./demo-plenary-people.ts";

interface DemoAgreement {
  readonly motion?: DemoMotion;
  readonly title: Text;
  readonly text?: Text;
  readonly due: Due;
  readonly dueSaid: string;
  readonly responsible: readonly Responsible[];
  readonly isPublic?: true;
}

/** The agreements of V-2024: one works, one is overdue, one is fulfilled, one is due soon, one has no day. */
function drafts(soon: string): readonly DemoAgreement[] {
  const nextYear = `${Number(soon.slice(0, 4)) + 1}-06-30`;
  return [
    { motion: motions.guidelines, title: motions.guidelines.title, due: { kind: "date", date: nextYear }, dueSaid: formatDate(nextYear, "es"), responsible: [byMember("GTM"), supportedBy("iom")] },
    { motion: motions.referral, title: motions.referral.title, due: { kind: "date", date: "2025-06-30" }, dueSaid: "primer semestre de 2025", responsible: [byPlenary], isPublic: true },
    { motion: motions.infographics, title: motions.infographics.title, due: { kind: "plenary", ordinal: 1, year: 2025 }, dueSaid: "primera plenaria de 2025", responsible: [byMember("HND")], isPublic: true },
    { motion: motions.campaign, title: { es: "Plan de difusión de la campaña regional", en: "Plan for spreading the regional campaign" }, due: { kind: "date", date: soon }, dueSaid: formatDate(soon, "es"), responsible: [byPresidency, byMember("PAN")] },
    {
      title: { es: "Calendario de reuniones del año siguiente", en: "Calendar of the next year's meetings" },
      text: {
        es: "La Secretaría Técnica consultará a las delegaciones y mantendrá al día el calendario de reuniones del Pleno.",
        en: "The technical secretariat will consult the delegations and keep the calendar of the plenary's meetings up to date.",
      },
      due: { kind: "none" },
      dueSaid: "",
      responsible: [bySecretariat, supportedBy("sica")],
    },
  ];
}

/** The id of the agreement at a place of V-2024, counted from 1. */
export const agreementId = (meeting: string, place: number) => demoId(`${meeting} agreement ${place}`);

/** Enters the agreements of V-2024 that are missing, with their committee, their progress and what became of them. */
export async function enterAgreements(stage: Stage, meeting: string, soon: string): Promise<void> {
  const known = () => sees(stage, secretariat, (tx) => agreements(tx, { meeting }));
  const before = await known();
  if (before.length === drafts(soon).length && before[2]?.state === "fulfilled") return;
  for (const [place, { motion, text, title, due, dueSaid, responsible }] of drafts(soon).entries())
    await does(stage, secretariat, (tx, actor) =>
      enterAgreement(tx, actor, {
        id: agreementId(meeting, place + 1),
        meeting,
        title,
        due,
        dueSaid,
        responsible,
        ...(motion === undefined ? {} : { motion: demoId(`${meeting} motion ${motion.key}`) }),
        ...(text === undefined ? {} : { text }),
      }),
    );
  const entered = await known();
  const number = (place: number) => entered.find(({ id }) => id === agreementId(meeting, place))?.number ?? "";
  for (const [place, { isPublic }] of drafts(soon).entries())
    if (isPublic) await does(stage, secretariat, (tx, actor) => publishAgreement(tx, actor, number(place + 1), true));
  await does(stage, secretariat, (tx, actor) =>
    addOffspring(tx, actor, number(1), {
      id: demoId(`${meeting} committee`),
      kind: "committee",
      title: { es: "Comité de los Lineamientos (ficticio)", en: "Committee on the guidelines (fictional)" },
      committee: {
        mandate: { es: "Preparar el texto definitivo de los Lineamientos de Actuación.", en: "To prepare the final text of the Guidelines for Action." },
        members: ["GTM", "HND", "MEX", "PAN"],
        coordinator: "GTM",
        collaborators: ["iom"],
      },
    }),
  );
  const today = dayOf(stage.now);
  const reports = async (actor: Member, place: number, kind: "progress" | "fulfilled", text: string) => {
    const id = demoId(`${meeting} progress ${actor.account} ${place} ${kind}`);
    await does(stage, actor, (tx, by) => reportProgress(tx, by, number(place), { id, kind, text }), ["closed"]);
    return id;
  };
  const first = await reports(titular("GTM"), 1, "progress", "Guatemala reunió los comentarios de seis delegaciones y preparó un cuadro comparado.");
  const second = await reports(titular("DOM"), 2, "progress", "República Dominicana nombró su enlace operativo y lo comunicó a los demás Estados.");
  await reports(titular("BLZ"), 2, "progress", "Belize named its operational contact; the person takes up the post next month.");
  const claim = await reports(titular("HND"), 3, "fulfilled", "Honduras publicó las infografías de la matriz en español e inglés.");
  const answered = ["already-answered"];
  await does(stage, presidency, (tx, actor) => answerReport(tx, actor, first, { answer: "accepted", note: "" }, today), answered);
  await does(stage, secretariat, (tx, actor) => answerReport(tx, actor, second, { answer: "accepted", note: "Gracias por la pronta respuesta." }, today), answered);
  await does(stage, presidency, (tx, actor) => answerReport(tx, actor, claim, { answer: "accepted", note: "Las infografías están publicadas.", on: "2025-02-14" }, today), answered);
}
