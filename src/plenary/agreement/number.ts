/** The number of an agreement: which one of its year it is. */
export interface AgreementNumber {
  readonly year: number;
  readonly ordinal: number;
}

const isNumber = ({ year, ordinal }: AgreementNumber) =>
  Number.isInteger(year) && year >= 2011 && year <= 2999 && Number.isInteger(ordinal) && ordinal >= 1 && ordinal <= 9999;

/**
 * The number under which an agreement is quoted: 'ACUERDO-CORETT-2024-07'. From the hundredth on it has three digits.
 *
 * Throws a `RangeError` outside the years 2011–2999 and ordinals 1–9999.
 */
export function agreementNumber(year: number, ordinal: number): string {
  if (!isNumber({ year, ordinal })) throw new RangeError(`no agreement has the number ${ordinal} of ${year}`);
  return `ACUERDO-CORETT-${year}-${String(ordinal).padStart(2, "0")}`;
}

/** Reads a number in exactly the form that {@link agreementNumber} writes; `undefined` for any other. */
export function readAgreementNumber(text: string): AgreementNumber | undefined {
  const parts = /^ACUERDO-CORETT-(\d{4})-(\d{2,4})$/.exec(text);
  if (parts === null) return undefined;
  const number = { year: Number(parts[1]), ordinal: Number(parts[2]) };
  return isNumber(number) && agreementNumber(number.year, number.ordinal) === text ? number : undefined;
}

/** Sorts agreements as they were taken. Negative when the first one comes first. */
export function compareAgreements(first: AgreementNumber, second: AgreementNumber): number {
  return first.year - second.year || first.ordinal - second.ordinal;
}
