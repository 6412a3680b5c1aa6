import { Link } from "react-router";
import { read } from "#database";
import { Actions, Breadcrumbs, Button, EmptyState, Field, Notice, PageHeading, Section, formState, useLanguage, useWords } from "#web";
import { planningIndicatorWords, planningProgressWords } from "#words";
import { asked } from "../../progress/pages/asked.ts";
import { agreementByNumber, tracesOfAgreement } from "../trace.store.ts";
import { TraceList } from "./trace-list.tsx";
import type { Route } from "./+types/agreement-traces.ts";

/** From an agreement, by its number in the address, to what carries it out, what that moves and what proves it. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database } = asked(args);
  const number = (new URL(args.request.url).searchParams.get("agreement") ?? "").trim().toUpperCase().slice(0, 60);
  return read(database, actor, async (tx) => {
    const agreement = number === "" ? undefined : await agreementByNumber(tx, number);
    return {
      number,
      agreement: agreement ? { number: agreement.number, title: agreement.title } : null,
      traces: agreement ? await tracesOfAgreement(tx, actor, number) : [],
    };
  });
}

/** The way from an agreement to its proof. */
export default function AgreementTraces({ loaderData }: Route.ComponentProps) {
  const { number, agreement, traces } = loaderData;
  const all = useWords(planningIndicatorWords);
  const words = all.agreementTraces;
  const progressWords = useWords(planningProgressWords);
  const language = useLanguage();
  const base = `/${language}/workspace/plans`;
  return (
    <>
      <PageHeading
        title={agreement === null ? words.title : words.titleOne(agreement.number)}
        lead={words.lead}
        above={<Breadcrumbs way={[{ label: progressWords.plans, to: base }, { label: words.breadcrumb }]} />}
      />
      <form method="get" action={`${base}/traces`} className="print:hidden">
        <Field {...formState(undefined).field("agreement", number)} label={words.choose} help={words.chooseHelp} width="medium" maxLength={60} />
        <Actions>
          <Button kind="quiet">{words.show}</Button>
        </Actions>
      </form>
      {number !== "" && agreement === null && <Notice tone="caution" title={words.unknown} />}
      {agreement !== null && (
        <Section title={agreement.title[language]}>
          <p>
            <Link to={`/${language}/workspace/agreements/${agreement.number}`} className="link">
              {`${words.agreement} ${agreement.number}`}
            </Link>
          </p>
          {traces.length === 0 && <EmptyState title={words.none}>{words.noneDetail}</EmptyState>}
        </Section>
      )}
      {traces.map(({ node, label, onward }) => (
        <Section key={node.key} title={`${node.code} ${node.title[language]}`.trim()} lead={label === "" ? undefined : label}>
          <p>
            <Link to={`${base}/${node.plan}/nodes/${node.key}`} className="link">
              {`${all.traces.kinds.activity} ${node.code}`.trim()}
            </Link>
          </p>
          <TraceList title={all.traces.onward} traces={onward} />
        </Section>
      ))}
    </>
  );
}
