import { compare, decimal, fourDecimals, minus, plus, zero } from "./decimal.ts";

const hundred = decimal("100");

/** Whether a text is a weight as the form takes it: 0 to 100 with at most four decimals; a comma is read as a point. */
export function readWeight(text: string): string | undefined {
  const plain = text.trim().replace(",", ".");
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(plain) || compare(decimal(plain), hundred) > 0) return undefined;
  return trimmed(plain);
}

/** Equal shares of 100 for that many siblings, four decimals each; the last takes what is left, so that they add up exactly. */
export function equalShares(count: number): string[] {
  if (count < 1) return [];
  const each = 1_000_000n / BigInt(count);
  const last = 1_000_000n - each * BigInt(count - 1);
  return Array.from({ length: count }, (_, place) => trimmed(fourDecimals({ units: place === count - 1 ? last : each, scale: 4 })));
}

/** What weights add up to, and what is missing to 100 (below zero: too much). Exact decimal text. Null where none weighs. */
export function weightSum(weights: readonly (string | null)[]): { readonly sum: string; readonly missing: string; readonly isWhole: boolean } | null {
  const given = weights.filter((weight) => weight !== null);
  if (given.length === 0) return null;
  const sum = given.map(decimal).reduce(plus, zero);
  const missing = minus(hundred, sum);
  return { sum: trimmed(fourDecimals(sum)), missing: trimmed(fourDecimals(missing)), isWhole: compare(missing, zero) === 0 };
}

/** Decimal text without zeros at its end: '33.3330' is '33.333', '40.0000' is '40'. */
export function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text.replace(/^0+(?=\d)/, "");
}
