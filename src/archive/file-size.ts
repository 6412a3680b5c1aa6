import type { Language } from "#basics";

const steps = ["byte", "kilobyte", "megabyte"] as const;

/** A number of bytes as people say it: '312 kB', '4.1 MB'. */
export function fileSize(bytes: number, language: Language): string {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2;
  return new Intl.NumberFormat(language === "es" ? "es-419" : "en-GB", {
    style: "unit",
    unit: steps[step],
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1000 ** step);
}
