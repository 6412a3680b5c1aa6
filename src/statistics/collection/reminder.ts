import type { Office, Text } from "#basics";
import { formatDate } from "#basics";
import type { SubmissionState } from "./act.ts";
import { nextStep, waitsForCountry } from "./board.ts";
import { daysBetween } from "./collection.ts";

/** A country that waits to be reminded: what for, and how far the deadline is. */
export interface ReminderDue {
  readonly country: string;
  readonly kind: "soon" | "today" | "overdue" | "sign" | "answer";
  readonly offices: readonly Office[];
  /** Days until the deadline; negative once it has passed. */
  readonly daysLeft: number;
}

/** What the rule looks at. `remindedOn` is the ISO day of the last reminder. */
export interface ReminderRow {
  readonly country: string;
  readonly state: SubmissionState;
  readonly remindedOn: string | null;
}

/** Days that must pass between two reminders of one country, by the distance to the deadline. */
function rest(daysLeft: number): number {
  if (daysLeft > 14) return 14;
  if (daysLeft > 3) return 7;
  if (daysLeft >= 0) return 2;
  return 7;
}

function kindOf(state: SubmissionState, daysLeft: number): ReminderDue["kind"] {
  if (state === "returned") return "answer";
  if (state === "submitted") return "sign";
  return daysLeft > 0 ? "soon" : daysLeft === 0 ? "today" : "overdue";
}

/**
 * Which countries to remind on a day: those whose figures are not handed in, from thirty days before the deadline on, and
 * none of them twice within the time of rest, so that a reminder still means something. A returned submission is reminded
 * at any time, since the review waits for it.
 */
export function remindersDue(rows: readonly ReminderRow[], deadline: string, today: string): ReminderDue[] {
  const daysLeft = daysBetween(today, deadline);
  return rows
    .filter((row) => waitsForCountry(row.state) && (daysLeft <= 30 || row.state === "returned"))
    .filter((row) => row.remindedOn === null || daysBetween(row.remindedOn, today) >= rest(daysLeft))
    .map(({ country, state }) => ({ country, kind: kindOf(state, daysLeft), offices: nextStep(state).offices, daysLeft }));
}

/** The notice of a reminder in both languages. It says what waits on the platform and carries no figure. */
export function reminderMessage(due: ReminderDue, collection: { readonly year: number; readonly deadline: string }): { subject: Text; body: Text } {
  const { year } = collection;
  const day = { es: formatDate(collection.deadline, "es"), en: formatDate(collection.deadline, "en") };
  const waits: Record<ReminderDue["kind"], Text> = {
    soon: {
      es: `Las estadísticas de ${year} de su país se esperan a más tardar el ${day.es}.`,
      en: `Your country's statistics for ${year} are expected by ${day.en}.`,
    },
    today: { es: `Las estadísticas de ${year} de su país se esperan hoy, ${day.es}.`, en: `Your country's statistics for ${year} are expected today, ${day.en}.` },
    overdue: {
      es: `Las estadísticas de ${year} de su país se esperaban el ${day.es} y aún no se han entregado.`,
      en: `Your country's statistics for ${year} were expected by ${day.en} and have not been handed in yet.`,
    },
    sign: {
      es: `Las estadísticas de ${year} de su país están listas y esperan la firma de la delegación. La fecha límite es el ${day.es}.`,
      en: `Your country's statistics for ${year} are ready and wait for the delegation's signature. The deadline is ${day.en}.`,
    },
    answer: {
      es: `La secretaría técnica devolvió las estadísticas de ${year} de su país con observaciones que esperan respuesta.`,
      en: `The technical secretariat returned your country's statistics for ${year} with observations that wait for a reply.`,
    },
  };
  const words = waits[due.kind];
  return {
    subject: { es: `CORETT: estadísticas ${year}`, en: `CORETT: statistics ${year}` },
    body: {
      es: `${words.es}\n\nEntre a la plataforma para continuar. Este aviso no contiene cifras; no responda con cifras por correo.`,
      en: `${words.en}\n\nOpen the platform to go on. This notice carries no figures; please do not reply with figures by mail.`,
    },
  };
}
