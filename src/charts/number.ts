/** How a country writes thousands: '1,025' or, with a thin space, '1 025'. */
export type Grouping = "comma" | "space";

/** A count of persons in figures. The thin space does not break. */
export function countWords(count: number, grouping: Grouping): string {
  const digits = String(Math.round(count));
  return digits.replace(/\B(?=(\d{3})+$)/g, grouping === "comma" ? "," : "\u202f");
}

/** A coordinate for a drawing: one decimal, so that the same data gives the same bytes on every machine. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10;
}
