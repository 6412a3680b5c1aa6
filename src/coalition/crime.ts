/** The two crimes of the coalition, and 'both' for whoever answers for the two. */
export const crimes = ["trafficking", "smuggling", "both"] as const;
export type Crime = (typeof crimes)[number];

/** Whether an answer for one crime is an answer for the other: 'both' covers either. */
export function coversCrime(one: Crime, other: Crime): boolean {
  return one === other || one === "both" || other === "both";
}
