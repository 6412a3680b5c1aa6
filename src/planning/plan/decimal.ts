/** An exact decimal: `units` over ten to the power of `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Zero. */
export const zero: Decimal = { units: 0n, scale: 0 };

/** Reads decimal text ('33.3333', '-4'). Throws on anything else: what comes here is from the database or was checked. */
export function decimal(text: string): Decimal {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!found) throw new RangeError(`Not a decimal: ${text}`);
  const [, sign = "", whole = "0", fraction = ""] = found;
  const units = BigInt(whole + fraction);
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

/** Powers of ten, kept: a plan of ten years asks for them a hundred thousand times. */
const powers = Array.from({ length: 32 }, (_, exponent) => 10n ** BigInt(exponent));
const power = (exponent: number) => powers[exponent] ?? 10n ** BigInt(exponent);

const raised = ({ units, scale }: Decimal, to: number) => (to === scale ? units : units * power(to - scale));

/** The sum, exact. */
export function plus(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale);
  return { units: raised(one, scale) + raised(other, scale), scale };
}

/** The difference, exact. */
export function minus(one: Decimal, other: Decimal): Decimal {
  return plus(one, { units: -other.units, scale: other.scale });
}

/** What a weight in percent takes of a value, exact: value × weight / 100. */
export function share(value: Decimal, weight: Decimal): Decimal {
  return { units: value.units * weight.units, scale: value.scale + weight.scale + 2 };
}

/** Below zero when `one` is the smaller, above when it is the greater, zero when they are equal. */
export function compare(one: Decimal, other: Decimal): number {
  const { units } = minus(one, other);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** Decimal text with four decimals, halves away from zero: the only place where a figure is rounded. */
export function fourDecimals({ units, scale }: Decimal): string {
  const isNegative = units < 0n;
  const size = isNegative ? -units : units;
  const divisor = power(Math.max(0, scale - 4));
  const tenThousandths = scale <= 4 ? size * power(4 - scale) : (size * 2n + divisor) / (divisor * 2n);
  return `${isNegative && tenThousandths > 0n ? "-" : ""}${tenThousandths / 10_000n}.${String(tenThousandths % 10_000n).padStart(4, "0")}`;
}

/** `part` of `whole` in percent, rounded once to four decimals; `whole` is above zero. */
export function percentOf(part: number, whole: number): Decimal {
  const [upper, lower] = [BigInt(part) * 1_000_000n, BigInt(whole)];
  return { units: (upper * 2n + lower) / (lower * 2n), scale: 4 };
}
