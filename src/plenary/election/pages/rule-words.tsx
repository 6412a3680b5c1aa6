import { formatDate } from "#basics";
import { Disclosure, useLanguage, useWords } from "#web";
import { plenaryElectionWords } from "#words";
import type { HeldElectionRule } from "../election.ts";

/** The rule of the election in plain words, with its source and the day from which it holds. */
export function RuleInWords({ rule }: { rule: HeldElectionRule }) {
  const words = useWords(plenaryElectionWords).rule;
  const language = useLanguage();
  const { kind, basis } = rule.firstRound;
  return (
    <Disclosure summary={words.title}>
      <ul className="measure list-disc space-y-2 pl-5">
        <li>{words.needs(words.kinds[kind], words.bases[kind === "simple" ? "cast" : basis])}</li>
        <li>{words.further}</li>
        <li>{rule.tie === "lots" ? words.lots : words.secondVote}</li>
        <li>{words.lone}</li>
        <li>{words.methods[rule.method]}</li>
        <li>{words.rests(rule.restTerms)}</li>
      </ul>
      <p className="measure mt-3 text-small text-ink-soft">{words.source(rule.source[language], formatDate(rule.from, language))}</p>
    </Disclosure>
  );
}
