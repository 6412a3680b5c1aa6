import { Section, useWords } from "#web";
import { planningPlanWords } from "#words";
import { startingLightRule } from "../light.ts";

/** How progress and lights come about, in words, on every page that shows them. */
export function ProgressRule() {
  const words = useWords(planningPlanWords).rule;
  return (
    <Section title={words.title} id="rule">
      <ol className="measure list-decimal space-y-2 pl-6">
        {words.progress.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h3 className="mt-6 font-semibold">{words.lights}</h3>
      <p className="measure mt-1">{words.lightIntro}</p>
      <p className="measure mt-2">{words.light(startingLightRule.amberFrom, startingLightRule.redFrom)}</p>
      <p className="measure mt-2 text-small text-ink-soft">{words.source}</p>
    </Section>
  );
}
