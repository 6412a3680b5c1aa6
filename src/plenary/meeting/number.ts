/** The number of a meeting: which one of its year it is. */
export interface MeetingNumber {
  readonly ordinal: number;
  readonly year: number;
}

/** The first year of the coalition and the last one that a number can bear. */
export const meetingYears = { first: 2011, last: 2999 } as const;
/** Roman numerals without a bar above end here. */
const greatest = 3999;

const numerals: readonly (readonly [string, number])[] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

function roman(ordinal: number): string {
  let rest = ordinal;
  let text = "";
  for (const [letters, value] of numerals)
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  return text;
}

const isWhole = (value: number, first: number, last: number) => Number.isInteger(value) && value >= first && value <= last;

/**
 * The name of a meeting as the coalition writes it: 'III-2022' is the third of 2022.
 *
 * Ordinary and extraordinary meetings share one series. Throws a `RangeError` outside 1–3999 and 2011–2999.
 */
export function meetingId(ordinal: number, year: number): string {
  if (!isWhole(ordinal, 1, greatest)) throw new RangeError(`a meeting has no ordinal ${ordinal}`);
  if (!isWhole(year, meetingYears.first, meetingYears.last)) throw new RangeError(`the coalition has no meeting in ${year}`);
  return `${roman(ordinal)}-${year}`;
}

/** Reads 'III-2022' in exactly the form that {@link meetingId} writes; `undefined` for any other ('IIII-2022', 'iii-2022'). */
export function readMeetingId(text: string): MeetingNumber | undefined {
  const parts = /^([MDCLXVI]{1,15})-(\d{4})$/.exec(text);
  if (parts === null) return undefined;
  const [, letters = "", digits = ""] = parts;
  let rest = letters;
  let ordinal = 0;
  for (const [numeral, value] of numerals)
    while (rest.startsWith(numeral)) {
      ordinal += value;
      rest = rest.slice(numeral.length);
    }
  const year = Number(digits);
  const isCanonical = rest === "" && isWhole(ordinal, 1, greatest) && roman(ordinal) === letters;
  return isCanonical && isWhole(year, meetingYears.first, meetingYears.last) ? { ordinal, year } : undefined;
}

/** Sorts meetings as they were held: by year, then by ordinal. Negative when the first one comes first. */
export function compareMeetings(first: MeetingNumber, second: MeetingNumber): number {
  return first.year - second.year || first.ordinal - second.ordinal;
}
