/** What became of a report of the demonstration: accepted, returned with a note, or still waiting. */
export type DemoAnswer = "accepted" | "waiting" | { readonly returned: string };

/** A report of the demonstration on one activity of 2026. Days are ISO days. */
export interface DemoReport {
  /** Code of the activity. */
  readonly of: string;
  /** Country code of the state that reports, or the organ. */
  readonly by: string;
  readonly from: string;
  readonly until: string;
  readonly percent: number;
  readonly narrative: string;
  /** Why it is given up; then the state is "given-up". */
  readonly givenUp?: string;
  readonly evidence?: string;
  readonly answer: DemoAnswer;
}

const first = { from: "2026-01-01", until: "2026-03-31" };
const second = { from: "2026-04-01", until: "2026-06-30" };
const third = { from: "2026-07-01", until: "2026-09-30" };

/**
 * Reports of the demonstration, in the order in which they were sent. Activities 1.1.3, 2.1.4, 2.2.2 and 3.2.2 have none, though
 * their months are over: those are late.
 */
export const demoReports: readonly DemoReport[] = [
  { of: "1.1.1", by: "CRI", ...first, percent: 100, narrative: "La línea base reúne campañas de los nueve países y quedó validada por las delegaciones.", answer: "accepted" },
  { of: "1.1.2", by: "CRI", ...second, percent: 40, narrative: "Se redactaron la introducción y los dos primeros ejes; faltan los aportes de tres delegaciones.", answer: "accepted" },
  { of: "1.1.2", by: "GTM", ...third, percent: 90, narrative: "El texto está casi completo.", answer: { returned: "Indique qué apartados faltan y adjunte el borrador, o su enlace." } },
  { of: "1.1.2", by: "GTM", ...third, percent: 70, narrative: "Están completos cuatro de los seis apartados; faltan seguimiento y presupuesto.", answer: "accepted" },
  { of: "1.1.4", by: "DOM", ...third, percent: 100, narrative: "Los nueve países realizaron actividades en la semana del 30 de julio.", evidence: "https://example.org/semana-regional", answer: "accepted" },
  { of: "1.2.1", by: "PAN", ...second, percent: 60, narrative: "Se describieron las rutas del sur; las del norte siguen en consulta.", answer: "accepted" },
  { of: "1.2.1", by: "HND", ...third, percent: 80, narrative: "Se agregaron los mensajes de riesgo que circulan en redes sociales.", answer: "waiting" },
  { of: "2.1.1", by: "secretariat", ...second, percent: 100, narrative: "Participaron dieciocho personas, dos por país.", answer: "accepted" },
  { of: "2.1.2", by: "SLV", ...second, percent: 30, narrative: "Tres países celebraron su sesión nacional.", answer: "accepted" },
  { of: "2.1.2", by: "DOM", ...third, percent: 65, narrative: "Seis países celebraron su sesión nacional; los otros tres tienen fecha.", answer: "accepted" },
  { of: "2.1.3", by: "SLV", ...second, percent: 100, narrative: "El directorio tiene un contacto confirmado por país.", evidence: "/workspace/contacts", answer: "accepted" },
  { of: "2.2.1", by: "MEX", ...second, percent: 35, narrative: "Hay fichas de cuatro países.", answer: "accepted" },
  { of: "2.2.1", by: "MEX", ...third, percent: 45, narrative: "Se recibió una ficha más; dos países pidieron prórroga.", answer: { returned: "El plazo venció en agosto. Diga qué fichas faltan y para cuándo se esperan." } },
  { of: "3.1.1", by: "presidency", ...second, percent: 100, narrative: "El encuentro se celebró con los nueve países, dos de ellos por enlace.", answer: "accepted" },
  { of: "3.1.2", by: "GTM", ...third, percent: 50, narrative: "Seis fichas están listas y otras tres, en revisión.", answer: "accepted" },
  {
    of: "3.1.3",
    by: "MEX",
    ...first,
    percent: 0,
    narrative: "El seminario no se realizó.",
    givenUp: "La plataforma de videoconferencia contratada no estuvo disponible y el tema pasó al encuentro regional de junio.",
    answer: "accepted",
  },
  { of: "3.2.1", by: "PAN", ...second, percent: 40, narrative: "Cuatro países hicieron la reunión entre fiscalía y servicios.", answer: "accepted" },
  { of: "3.2.1", by: "BLZ", ...third, percent: 75, narrative: "Seven countries have held their national meeting; two are set for November.", answer: "waiting" },
  { of: "4.1.1", by: "HND", ...second, percent: 80, narrative: "El comité acordó el articulado; falta la revisión de estilo.", answer: "accepted" },
  { of: "4.1.2", by: "secretariat", ...second, percent: 100, narrative: "El mapa reúne 64 actores con su contacto.", answer: "accepted" },
  { of: "4.1.3", by: "presidency", ...third, percent: 50, narrative: "Se celebró la primera de las dos reuniones.", answer: "accepted" },
  { of: "4.2.1", by: "secretariat", ...third, percent: 60, narrative: "Están listas las infografías de seis países.", evidence: "/statistics/2022", answer: "accepted" },
  { of: "4.2.2", by: "NIC", ...second, percent: 50, narrative: "Se publicaron dos boletines.", answer: "accepted" },
];

/** How far a state of the demonstration is with what an indicator counts, from a day on. */
export interface DemoStep {
  /** Code of the indicator. */
  readonly of: string;
  readonly country: string;
  readonly step: "drafted" | "approved" | "implemented";
  readonly on: string;
  readonly note: string;
  readonly answer: DemoAnswer;
}

/** Steps of the demonstration's states; who is not named has not begun. */
export const demoSteps: readonly DemoStep[] = [
  { of: "2.1.i", country: "CRI", step: "implemented", on: "2026-02-16", note: "El protocolo se aplica desde febrero.", answer: "accepted" },
  { of: "2.1.i", country: "GTM", step: "drafted", on: "2026-03-09", note: "", answer: "accepted" },
  { of: "2.1.i", country: "GTM", step: "approved", on: "2026-07-20", note: "Aprobado por la comisión nacional.", answer: "accepted" },
  { of: "2.1.i", country: "SLV", step: "approved", on: "2026-05-11", note: "", answer: "accepted" },
  { of: "2.1.i", country: "MEX", step: "approved", on: "2026-06-22", note: "", answer: "accepted" },
  { of: "2.1.i", country: "DOM", step: "drafted", on: "2026-04-13", note: "", answer: "accepted" },
  { of: "2.1.i", country: "HND", step: "drafted", on: "2026-08-03", note: "", answer: "accepted" },
  { of: "2.1.i", country: "PAN", step: "approved", on: "2026-09-14", note: "Aprobado en sesión del 14 de septiembre.", answer: { returned: "Falta el acto de aprobación. Adjúntelo o escriba su enlace." } },
  { of: "2.1.i", country: "NIC", step: "drafted", on: "2026-09-28", note: "", answer: "waiting" },
  { of: "3.2.i", country: "CRI", step: "implemented", on: "2026-01-26", note: "", answer: "accepted" },
  { of: "3.2.i", country: "DOM", step: "implemented", on: "2026-06-15", note: "", answer: "accepted" },
  { of: "3.2.i", country: "MEX", step: "approved", on: "2026-04-27", note: "", answer: "accepted" },
  { of: "3.2.i", country: "GTM", step: "drafted", on: "2026-05-18", note: "", answer: "accepted" },
];

/** From a place of the plan of 2026 to what it carries out, moves or is proven by. */
export type DemoTrace = { readonly of: string; readonly label: string } & (
  | { readonly agreement: string }
  | { readonly address: string }
  /** Code of another place of the plan of 2026. */
  | { readonly node: string }
  /** Words of an indicator of the Strategic Plan. */
  | { readonly strategic: string }
);

/** Traces of the demonstration: to agreements of the coalition's record, to indicators, and to a published statistic. */
export const demoTraces: readonly DemoTrace[] = [
  { of: "2.1.1", label: "Capacitación que la Plenaria aprobó", agreement: "ACUERDO-CORETT-2022-06" },
  { of: "2.1.2", label: "", node: "2.1.i" },
  { of: "2.1.2", label: "", strategic: "Número de protocolos nacionales" },
  { of: "3.2.1", label: "", node: "3.2.i" },
  { of: "3.2.2", label: "", strategic: "Número de países miembros que cuentan con un procedimiento" },
  { of: "3.1.2", label: "", strategic: "Número de buenas prácticas replicadas" },
  { of: "4.1.1", label: "Petit comité y proyecto de actualización", agreement: "ACUERDO-CORETT-2023-05" },
  { of: "4.1.3", label: "Diálogo con el SICA al más alto nivel", agreement: "ACUERDO-CORETT-2022-04" },
  { of: "4.1.3", label: "", strategic: "Número de acciones conjuntas con otros espacios regionales" },
  { of: "4.2.1", label: "Infografías con las cifras de 2022", agreement: "ACUERDO-CORETT-2023-04" },
  { of: "4.2.1", label: "Cifras publicadas de 2022", address: "/statistics/2022" },
  { of: "1.1.2", label: "", strategic: "Estrategia Regional para la prevención de la trata de personas" },
];
