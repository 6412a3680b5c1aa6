import type { Text } from "#basics";
import type { AgendaItem, ItemKind } from "./meeting.ts";

export const itemKinds = [
  "opening", "agenda", "previous-act", "country-reports", "representation", "motion", "election", "information", "closing", "other",
] as const satisfies readonly ItemKind[];

/** A point as whoever leads writes it. */
export interface ItemDraft {
  readonly kind: ItemKind;
  readonly title: Text;
  readonly detail: Text;
  readonly minutes: number | null;
  readonly presenter: string;
  readonly openToObservers: boolean;
}

export type ItemProblem = "kind-missing" | "title-both" | "too-long" | "minutes-unreal" | "position-unreal";

/** Reads the form of a point: the draft and the position that was asked for, or what is wrong by field. */
export function readItem(said: (field: string) => string): { readonly draft: ItemDraft; readonly position: number | undefined } | { readonly problems: Record<string, ItemProblem[]> } {
  const problems: Record<string, ItemProblem[]> = {};
  const refuse = (field: string, problem: ItemProblem) => void (problems[field] ??= []).push(problem);
  const kind = itemKinds.find((each) => each === said("kind"));
  if (kind === undefined) refuse("kind", "kind-missing");
  for (const field of ["titleEs", "titleEn"]) {
    if (said(field) === "") refuse(field, "title-both");
    if (said(field).length > 300) refuse(field, "too-long");
  }
  for (const field of ["detailEs", "detailEn"]) if (said(field).length > 4000) refuse(field, "too-long");
  if (said("presenter").length > 200) refuse("presenter", "too-long");
  const minutes = whole(said("minutes"), 1, 600);
  if (minutes === "unreal") refuse("minutes", "minutes-unreal");
  const position = whole(said("position"), 1, 200);
  if (position === "unreal") refuse("position", "position-unreal");
  if (kind === undefined || minutes === "unreal" || position === "unreal" || Object.keys(problems).length > 0) return { problems };
  return {
    draft: {
      kind,
      title: { es: said("titleEs"), en: said("titleEn") },
      detail: { es: said("detailEs"), en: said("detailEn") },
      minutes: minutes ?? null,
      presenter: said("presenter"),
      openToObservers: said("observers") !== "closed",
    },
    position,
  };
}

function whole(text: string, from: number, to: number): number | undefined | "unreal" {
  if (text === "") return undefined;
  const number = Number(text);
  return /^\d{1,4}$/.test(text) && number >= from && number <= to ? number : "unreal";
}

/** The order after one point moved to a position, counted from 1; a position beyond the ends is the end. */
export function moved(order: readonly string[], item: string, position: number): string[] {
  const rest = order.filter((each) => each !== item);
  const place = Math.min(Math.max(position, 1), rest.length + 1) - 1;
  return order.includes(item) ? [...rest.slice(0, place), item, ...rest.slice(place)] : [...order];
}

/** A point of the starter agenda. */
interface StarterItem extends Pick<ItemDraft, "kind" | "title" | "minutes"> {
  readonly openToObservers: boolean;
}

const starter: readonly StarterItem[] = [
  { kind: "opening", title: { es: "Apertura y verificación del quórum", en: "Opening and verification of the quorum" }, minutes: 15, openToObservers: true },
  { kind: "agenda", title: { es: "Aprobación de la agenda", en: "Approval of the agenda" }, minutes: 10, openToObservers: true },
  { kind: "previous-act", title: { es: "Lectura y aprobación del acta anterior", en: "Reading and approval of the previous act" }, minutes: 20, openToObservers: true },
  { kind: "country-reports", title: { es: "Informes de la situación de cada país", en: "Country situation reports" }, minutes: 90, openToObservers: true },
  { kind: "representation", title: { es: "Informes de representación de la Coalición", en: "Reports of representation of the coalition" }, minutes: 20, openToObservers: true },
  { kind: "motion", title: { es: "Mociones", en: "Motions" }, minutes: 60, openToObservers: true },
  { kind: "information", title: { es: "Seguimiento de los acuerdos", en: "Follow-up of the agreements" }, minutes: 30, openToObservers: true },
  { kind: "election", title: { es: "Elección de la Presidencia", en: "Election of the presidency" }, minutes: 40, openToObservers: true },
  { kind: "closing", title: { es: "Clausura", en: "Closing" }, minutes: 10, openToObservers: true },
];

/**
 * The usual points that an agenda still lacks, in their order. The election is among them only when the presidency's term
 * ends. From the functions of plenary, presidency and secretariat: Strategic Plan 2018-2027, chapter VIII.
 */
export function starterItems(agenda: readonly Pick<AgendaItem, "kind" | "title">[], termEnds: boolean): ItemDraft[] {
  return starter
    .filter(({ kind }) => kind !== "election" || termEnds)
    .filter((item) => !agenda.some((known) => known.kind === item.kind && (item.kind !== "information" || known.title.es === item.title.es)))
    .map((item) => ({ ...item, detail: { es: "", en: "" }, presenter: "" }));
}
