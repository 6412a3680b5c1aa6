import { type Language, formatCount } from "#basics";

/** A figure with as many decimals as it has, at most four: '1 025', '62.5'. A point stands before decimals in both languages. */
export function figureWords(value: number, language: Language): string {
  const [, fraction = ""] = String(Math.round(Math.abs(value) * 10_000) / 10_000).split(".");
  const whole = Math.trunc(value);
  const sign = value < 0 && whole === 0 ? "−" : "";
  return `${sign}${formatCount(whole, language)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Percent as decimal text with at most `places` decimals and no idle zeros: '33.3333' gives '33.33'. */
export function percentWords(text: string, language: Language, places = 2): string {
  return figureWords(Number(Number(text).toFixed(places)), language);
}
