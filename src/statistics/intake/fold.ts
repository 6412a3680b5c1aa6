/**
 * A word as it is compared: without accents, case, punctuation and doubled spaces. '+' stays, because '18+' is not '18'.
 * National files write 'Código_de_Caso', 'CODIGO DE CASO' and 'código-de-caso' for one thing.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
}

/** The folded words of a column name; 'fechaNacimiento' and 'FECHA_NACIMIENTO' give the same two. */
export function wordsOf(name: string): string[] {
  const apart = name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2").replace(/_/g, " ");
  return fold(apart).split(" ").filter(Boolean);
}

/** Likeness of two folded words from 0 to 1, by their shared pairs of letters; used only to suggest, never to decide. */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const pairs = new Map<string, number>();
  for (let i = 0; i < left.length - 1; i++) pairs.set(left.slice(i, i + 2), (pairs.get(left.slice(i, i + 2)) ?? 0) + 1);
  let shared = 0;
  for (let i = 0; i < right.length - 1; i++) {
    const pair = right.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * shared) / Math.max(1, left.length + right.length - 2);
}
