import type { Office, Text } from "#basics";
import type { SubmissionState } from "./act.ts";

/** One country on the board: where it stands, since when, and who acts next. */
export interface BoardRow {
  readonly country: string;
  readonly name: Text;
  readonly fictional: boolean;
  readonly state: SubmissionState;
  readonly round: number;
  readonly kind: "matrix" | "records" | null;
  /** When it came into this state; null while nothing has happened yet. */
  readonly since: Date | null;
  readonly remindedAt: Date | null;
  /** Days until the deadline; negative once it has passed. */
  readonly daysLeft: number;
  /** Warnings without explanation, and errors; undefined when the actor may not see these figures yet. */
  readonly openWarnings?: number;
  readonly errors?: number;
  /** Return reasons that the country has not answered; undefined as above. */
  readonly openReasons?: number;
  readonly next: NextStep;
}

/** Who acts next, and how. */
export interface NextStep {
  readonly offices: readonly Office[];
  readonly text: Text;
}

const steps: Readonly<Record<SubmissionState, NextStep>> = {
  draft: { offices: ["focal-point"], text: { es: "El punto focal completa y envía", en: "The focal point completes and submits" } },
  submitted: {
    offices: ["delegate-titular", "delegate-alternate"],
    text: { es: "La delegación firma", en: "The delegation signs" },
  },
  signed: { offices: ["secretariat"], text: { es: "La secretaría comienza la revisión", en: "The secretariat begins the review" } },
  "under-review": { offices: ["secretariat"], text: { es: "La secretaría acepta o devuelve", en: "The secretariat accepts or returns" } },
  returned: {
    offices: ["focal-point"],
    text: { es: "El punto focal responde y envía de nuevo", en: "The focal point replies and submits again" },
  },
  accepted: { offices: ["secretariat"], text: { es: "La secretaría prepara la publicación", en: "The secretariat prepares the release" } },
  released: { offices: [], text: { es: "Nada pendiente", en: "Nothing to do" } },
};

/** Who acts next on a submission in that state. */
export function nextStep(state: SubmissionState): NextStep {
  return steps[state];
}

/** Whether a submission in that state still waits for its country. */
export function waitsForCountry(state: SubmissionState): boolean {
  return state === "draft" || state === "submitted" || state === "returned";
}

/** The distance to the deadline in words; "handed in" for what is already in the secretariat's hands. */
export function deadlineText(daysLeft: number, state: SubmissionState): Text {
  if (!waitsForCountry(state)) return { es: "Entregado", en: "Handed in" };
  if (daysLeft === 0) return { es: "Vence hoy", en: "Due today" };
  const days = Math.abs(daysLeft);
  const es = days === 1 ? "1 día" : `${days} días`;
  const en = days === 1 ? "1 day" : `${days} days`;
  return daysLeft > 0 ? { es: `Faltan ${es}`.replace("Faltan 1 ", "Falta 1 "), en: `${en} left` } : { es: `Venció hace ${es}`, en: `${en} overdue` };
}
