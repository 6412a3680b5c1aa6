import { Form, Link } from "react-router";
import { Actions, Button, Field, LinkButton, Section, Select, type formState, useLanguage, useWords } from "#web";
import { plenaryVoteWords } from "#words";

type FormOf = ReturnType<typeof formState>;
const options = (words: Readonly<Record<string, string>>, among = Object.keys(words)) => among.map((value) => ({ value, label: words[value] ?? value }));

/** The sorts of rules, as the address and the form name them. */
export const ruleSorts = ["quorum", "majority", "notice", "election"] as const;
export type RuleSort = (typeof ruleSorts)[number];

/** The form to enter a new rule of one sort, or the links that lead to the four. */
export function RuleForms({ form, newId, sort }: { form: FormOf; newId: string; sort: RuleSort | undefined }) {
  const words = useWords(plenaryVoteWords).rules;
  const language = useLanguage();
  const titles = { quorum: words.quorum, majority: words.majorities, notice: words.notice, election: words.election } as const;
  const root = `/${language}/workspace/rules`;
  if (sort === undefined)
    return (
      <Section title={words.enterTitle}>
        <ul className="space-y-2">
          {ruleSorts.map((each) => (
            <li key={each}>
              <Link className="link" to={`${root}?new=${each}#new`}>{titles[each]}</Link>
            </li>
          ))}
        </ul>
      </Section>
    );
  return (
    <Section title={words.enter(titles[sort])} id="new">
      <Form method="post">
        <input type="hidden" name="sort" value={sort} />
        <input type="hidden" name="id" value={newId} />
        <OwnFields sort={sort} form={form} />
        <Field {...form.field("sourceEs")} label={words.sourceEs} lang="es" />
        <Field {...form.field("sourceEn")} label={words.sourceEn} lang="en" />
        <Field {...form.field("from")} label={words.from} help={words.fromHelp} type="date" width="medium" />
        <Actions>
          <Button>{words.save}</Button>
          <LinkButton kind="quiet" to={root}>{words.back}</LinkButton>
        </Actions>
      </Form>
    </Section>
  );
}

/** What a rule of this sort says beside its source and its day. */
function OwnFields({ sort, form }: { sort: RuleSort; form: FormOf }) {
  const all = useWords(plenaryVoteWords);
  const words = all.rules;
  const number = (name: string, label: string) => <Field {...form.field(name)} label={label} inputMode="numeric" width="short" />;
  const shared = (
    <>
      <Select {...form.field("kind")} label={words.kind} options={options(words.kinds)} />
      <Select {...form.field("basis")} label={words.basis} options={options(words.bases)} />
    </>
  );
  switch (sort) {
    case "quorum":
      return (
        <>
          <Select {...form.field("comparison")} label={words.comparison} options={options(words.comparisons)} />
          {number("numerator", words.numerator)}
          {number("denominator", words.denominator)}
        </>
      );
    case "majority":
      return (
        <>
          <Field {...form.field("nameEs")} label={words.nameEs} lang="es" />
          <Field {...form.field("nameEn")} label={words.nameEn} lang="en" />
          {shared}
          <Select {...form.field("abstentions")} label={words.abstentionsLabel} width="full" options={options(words.abstentions)} />
          <Select {...form.field("notVoting")} label={words.notVotingLabel} width="full" options={options(words.notVoting)} />
          <Select {...form.field("tie")} label={words.tie} width="full" options={options(words.ties, ["rejected", "presidency-decides", "second-vote"])} />
        </>
      );
    case "notice":
      return (
        <>
          {number("ordinaryDays", words.ordinaryDays)}
          {number("extraordinaryDays", words.extraordinaryDays)}
        </>
      );
    case "election":
      return (
        <>
          {shared}
          <Select {...form.field("method")} label={words.method} options={options(all.motion.methods)} />
          <Select {...form.field("tie")} label={words.tie} width="full" options={options(words.ties, ["lots", "second-vote"])} />
          {number("restTerms", words.restTerms)}
        </>
      );
  }
}
