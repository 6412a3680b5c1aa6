import type { Text } from "#basics";

/** For what the floor is asked. */
export const speechKinds = ["floor", "point-of-order", "reply"] as const;
export type SpeechKind = (typeof speechKinds)[number];

/** Time that a speaker has unless whoever presides gives another, in seconds; the database gives delegations the same. */
export const usualSeconds = { floor: 180, "point-of-order": 60, reply: 120 } as const satisfies Record<SpeechKind, number>;

/** Shortest and longest time that may be given, in seconds. */
export const secondsLimits = { least: 30, most: 3600 } as const;

/** One entry of the speakers' list. */
export interface Speech {
  readonly id: string;
  readonly item: string | null;
  readonly accreditation: string;
  readonly name: string;
  readonly country: string | null;
  readonly organisation: string | null;
  readonly kind: SpeechKind;
  readonly seconds: number;
  readonly askedAt: Date;
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

const order = { "point-of-order": 0, reply: 1, floor: 1 } as const satisfies Record<SpeechKind, number>;

/** Who waits for the floor, in the order in which it is given: points of order first, then as they asked. */
export function waitingSpeakers<S extends Pick<Speech, "kind" | "askedAt" | "begunAt" | "withdrawnAt" | "id">>(speeches: readonly S[]): S[] {
  return speeches
    .filter(({ begunAt, withdrawnAt }) => begunAt === null && withdrawnAt === null)
    .sort((a, b) => order[a.kind] - order[b.kind] || a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1));
}

/** Seconds used by a speech until an instant; 0 before it began. */
export function secondsUsed({ begunAt, endedAt }: Pick<Speech, "begunAt" | "endedAt">, now: Date): number {
  return begunAt === null ? 0 : Math.max(0, Math.floor(((endedAt ?? now).getTime() - begunAt.getTime()) / 1000));
}

/** Seconds as a clock shows them: '3:00', and '−0:15' once the time is over. */
export function clockText(seconds: number): string {
  const size = Math.abs(seconds);
  return `${seconds < 0 ? "−" : ""}${Math.floor(size / 60)}:${String(size % 60).padStart(2, "0")}`;
}

/** Why the floor is not asked for, given, ended or withdrawn. */
export type SpeechRefusal = keyof typeof speechRefusalText;

/** The sentence for each refusal: what is wrong, and what to do. */
export const speechRefusalText = {
  "not-yours": {
    es: "La palabra la pide y la retira cada persona por sí misma; la dan la Presidencia y la Secretaría Técnica.",
    en: "Each person asks for and withdraws the floor for themselves; the presidency and the technical secretariat give it.",
  },
  "not-open": { es: "La sesión no está abierta: la palabra se pide cuando comience.", en: "The session is not open: the floor is asked for once it begins." },
  suspended: { es: "La sesión está suspendida: la palabra se da cuando se reanude.", en: "The session is suspended: the floor is given when it resumes." },
  "not-accredited": {
    es: "Para pedir la palabra se necesita estar acreditado o acreditada en esta reunión. Consulte a la Secretaría Técnica.",
    en: "To ask for the floor you need checked credentials for this meeting. Ask the technical secretariat.",
  },
  "not-present": {
    es: "La persona no figura en la sala. Registre primero su entrada y pida después la palabra.",
    en: "The person is not recorded as being in the room. Record the arrival first and then ask for the floor.",
  },
  closed: {
    es: "Este punto se trata sin observadores: en él no se pide la palabra.",
    en: "This point is dealt with without observers: the floor is not asked for here.",
  },
  "already-asked": { es: "La palabra ya está pedida para este punto. Espere su turno.", en: "The floor has already been asked for on this point. Please wait for your turn." },
  unknown: { es: "Ese turno no está en la lista de esta reunión.", en: "That turn is not on the list of this meeting." },
  over: { es: "Ese turno ya terminó o fue retirado. Pida la palabra de nuevo.", en: "That turn is over or was withdrawn. Ask for the floor again." },
  speaking: { es: "Esa persona ya está hablando: termine su turno en lugar de retirarlo.", en: "That person is already speaking: end the turn instead of withdrawing it." },
  "another-speaks": { es: "Otra persona tiene la palabra. Termine su turno antes de darla de nuevo.", en: "Somebody else has the floor. End that turn before giving it again." },
  "not-speaking": { es: "Esa persona no tiene la palabra.", en: "That person does not have the floor." },
  "bad-time": { es: "Escriba un tiempo entre medio minuto y 60 minutos.", en: "Write a time between half a minute and 60 minutes." },
} as const satisfies Record<string, Text>;

/** Tells whether a word from a form names a kind of word. */
export function isSpeechKind(word: string): word is SpeechKind {
  return (speechKinds as readonly string[]).includes(word);
}
