import type { Due } from "./due.ts";

/** How a due date lies in the table. */
export interface DueRow {
  readonly due_kind: string;
  readonly due_on: string | null;
  readonly due_plenary: string | null;
  readonly due_year: number | null;
}

/** A due date as the table keeps it; for the next plenary the day is the one after which it is meant. */
export function dueRow(due: Due): DueRow {
  const none = { due_on: null, due_plenary: null, due_year: null };
  switch (due.kind) {
    case "none":
      return { ...none, due_kind: "none" };
    case "date":
      return { ...none, due_kind: "date", due_on: due.date };
    case "next-plenary":
      return { ...none, due_kind: "next-plenary", due_on: due.after };
    case "plenary":
      return { ...none, due_kind: "plenary", due_plenary: String(due.ordinal), due_year: due.year };
  }
}

/** Reads a row back; one that the table's checks would not have let in throws. */
export function dueOfRow({ due_kind, due_on, due_plenary, due_year }: DueRow): Due {
  if (due_kind === "none") return { kind: "none" };
  if (due_kind === "date" && due_on !== null) return { kind: "date", date: due_on };
  if (due_kind === "next-plenary" && due_on !== null) return { kind: "next-plenary", after: due_on };
  if (due_kind === "plenary" && due_plenary !== null && due_year !== null)
    return { kind: "plenary", ordinal: due_plenary === "last" ? "last" : Number(due_plenary), year: due_year };
  throw new Error(`No due date has the kind ${due_kind}`);
}
