import { redirect, useSearchParams } from "react-router";
import { formatDate } from "#basics";
import { type Writing, read, write } from "#database";
import { type Member, DataTable, ErrorSummary, Notice, PageHeading, Section, databaseContext, formProblems, formRefusal, formState, languageContext, memberIn, notFound, useLanguage, useWords } from "#web";
import { plenaryVoteWords } from "#words";
import { plenaryReaders, said } from "../../meeting/pages/meeting-asked.ts";
import { refusalText } from "../refusal.ts";
import { electionRules, enterElectionRule, enterMajorityRule, enterNoticeRule, enterQuorumRule, majorityRules, noticeRules, quorumRules } from "../rule.store.ts";
import { ElectionForm, MajorityForm, NoticeForm, QuorumForm, sourceIn } from "./rule-form.ts";
import { RuleForms, ruleSorts } from "./rule-forms.tsx";
import type { Route } from "./+types/rules.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** All rules of the plenary, those of the past included. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, plenaryReaders);
  return read(context.get(databaseContext), actor, async (tx) => ({
    quorum: await quorumRules(tx),
    notice: await noticeRules(tx),
    majorities: await majorityRules(tx),
    election: await electionRules(tx),
    isKeeper: actor.office === "secretariat",
    newId: crypto.randomUUID(),
  }));
}

/** Each sort of rule: problems of its form, or the work that enters it. */
const sorts = {
  quorum: (form: FormData, actor: Member) => {
    const { success, data, error } = QuorumForm.safeParse(Object.fromEntries(form));
    return success ? (tx: Writing) => enterQuorumRule(tx, actor, { ...data, source: sourceIn(data) }) : error;
  },
  notice: (form: FormData, actor: Member) => {
    const { success, data, error } = NoticeForm.safeParse(Object.fromEntries(form));
    return success ? (tx: Writing) => enterNoticeRule(tx, actor, { ...data, source: sourceIn(data) }) : error;
  },
  majority: (form: FormData, actor: Member) => {
    const { success, data, error } = MajorityForm.safeParse(Object.fromEntries(form));
    return success ? (tx: Writing) => enterMajorityRule(tx, actor, { ...data, source: sourceIn(data), name: { es: data.nameEs, en: data.nameEn } }) : error;
  },
  election: (form: FormData, actor: Member) => {
    const { success, data, error } = ElectionForm.safeParse(Object.fromEntries(form));
    return success ? (tx: Writing) => enterElectionRule(tx, actor, { ...data, source: sourceIn(data) }) : error;
  },
} as const;

/** Enters a new rule; the ones before stay. Only the secretariat does. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const language = context.get(languageContext);
  const form = await request.formData();
  const sort = said(form)("sort");
  if (!Object.hasOwn(sorts, sort)) throw notFound();
  const work = sorts[sort as keyof typeof sorts](form, actor); // it is among them
  if (typeof work !== "function") return formProblems(work, form);
  const refusal = await write(context.get(databaseContext), actor, (tx: Writing) => work(tx));
  if (refusal) return formRefusal(refusalText(refusal, language), form);
  return redirect(`/${language}/workspace/rules?did=saved`, 303);
}

/** The rules by sort, each with its source and the day from which it holds; at the end the forms to enter a new one. */
export default function RulesPage({ loaderData: { quorum, notice, majorities, election, isKeeper, newId }, actionData }: Route.ComponentProps) {
  const all = useWords(plenaryVoteWords);
  const words = all.rules;
  const language = useLanguage();
  const [query] = useSearchParams();
  const form = formState(actionData, { ...(all.form as unknown as Record<string, string>), number: words.number, unreachable: words.unreachable, simpleIsCast: words.simpleIsCast, day: words.day }); // messages of problems
  const inLanguage = (row: { source_es: string; source_en: string }) => (language === "es" ? row.source_es : row.source_en);
  const kindOf = (kind: string) => words.kinds[kind as keyof typeof words.kinds]; // the tables' checks, here and below
  const basisOf = (basis: string) => words.bases[basis as keyof typeof words.bases];
  const lines = {
    quorum: quorum.map((row) => ({ id: row.id, text: words.quorumRule(words.comparisons[row.comparison as keyof typeof words.comparisons], String(row.numerator), String(row.denominator)), source: inLanguage(row), from: row.in_force_from, until: null as string | null })),
    majorities: majorities.map((row) => ({
      id: row.id,
      text: `${row.name[language]} (${kindOf(row.kind)}, ${basisOf(row.basis)}; ${words.abstentions[row.abstentions]}; ${words.notVoting[row.notVoting]}; ${words.ties[row.tie]})`,
      source: row.source[language], from: row.from, until: row.until,
    })),
    notice: notice.map((row) => ({ id: row.id, text: words.noticeRule(String(row.ordinary_days), String(row.extraordinary_days)), source: inLanguage(row), from: row.in_force_from, until: null })),
    election: election.map((row) => ({
      id: row.id,
      text: words.electionRule(kindOf(row.kind), basisOf(row.basis), all.motion.methods[row.method as "secret" | "roll-call"], words.ties[row.tie as keyof typeof words.ties], String(row.rest_terms)),
      source: inLanguage(row), from: row.in_force_from, until: null,
    })),
  };
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {query.get("did") === "saved" && actionData === undefined && <Notice tone="good" title={words.saved} />}
      <ErrorSummary form={form} />
      {(["quorum", "majorities", "notice", "election"] as const).map((sort) => (
        <Section key={sort} title={words[sort]}>
          <DataTable
            caption={words[sort]}
            hideCaption
            rows={lines[sort]}
            rowKey={({ id }) => id}
            columns={[
              { id: "rule", head: words.rule, kind: "row-head", cell: ({ text }) => text },
              { id: "source", head: words.source, kind: "long", cell: ({ source }) => source },
              { id: "from", head: words.from, cell: ({ from, until }) => `${formatDate(from, language)}${until === null ? "" : ` ${words.until} ${formatDate(until, language)}`}` },
            ]}
          />
        </Section>
      ))}
      {isKeeper && <RuleForms form={form} newId={newId} sort={ruleSorts.find((each) => each === query.get("new"))} />}
    </>
  );
}
