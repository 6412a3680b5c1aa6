import type { Language } from "#basics";
import { LinkButton, useWords } from "#web";
import { intakeWords } from "#words";

/** The four templates of a submission: matrix or records, in Spanish or English. */
export function TemplateChoice({ root }: { root: string }) {
  const words = useWords(intakeWords);
  const to = (kind: "matrix" | "records", language: Language) => `${root}/template?kind=${kind}&language=${language}`;
  return (
    <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
      {(["matrix", "records"] as const).map((kind) => (
        <div key={kind} className="border-t-2 border-ink pt-3">
          <h3 className="text-h3 font-semibold">{words[kind]}</h3>
          <p className="measure mt-1 text-ink-soft">{kind === "matrix" ? words.matrixHelp : words.recordsHelp}</p>
          <div className="mt-4 flex flex-wrap gap-3">
            <LinkButton kind="quiet" reloadDocument to={to(kind, "es")} aria-label={`${words[kind]}: ${words.inSpanish}`}>
              {words.inSpanish}
            </LinkButton>
            <LinkButton kind="quiet" reloadDocument to={to(kind, "en")} aria-label={`${words[kind]}: ${words.inEnglish}`}>
              {words.inEnglish}
            </LinkButton>
          </div>
        </div>
      ))}
    </div>
  );
}
