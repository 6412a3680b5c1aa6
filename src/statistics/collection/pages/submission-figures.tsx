import { formatCount, formatDate } from "#basics";
import { type Reading, read } from "#database";
import { DefinitionList, EmptyState, FigureBig, LinkButton, Notice, Section, useLanguage, useWords } from "#web";
import { submissionWords } from "#words";
import type { Figure } from "../../figure.ts";
import { headlineCell } from "../../validation/matrix.ts";
import { capability } from "../act.ts";
import { earlierFigures, figuresOf, roundFigures, roundsOf } from "../figure.store.ts";
import type { Of } from "../member.ts";
import { remarksOf } from "../remark.store.ts";
import { FigureTable } from "./figure-table.tsx";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission } from "./submission-asked.ts";
import { tableView, valueText } from "./table-view.ts";
import type { Route } from "./+types/submission-figures.ts";

/** The matrix in the language of the page. Before the signature the secretariat's policies give it no figure. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, submission, methodology, language } = await askedSubmission(args);
  const { figures, round, earlier, remarked } = await read(database, actor, async (tx) => ({
    ...(await figuresSeen(tx, of)),
    earlier: (await earlierFigures(tx, of, 1))[0],
    remarked: (await remarksOf(tx, of)).flatMap((remark) => (remark.cell === undefined ? [] : [remark.cell])),
  }));
  const source = { methodology, country: of.country, language, figures, earlier, remarked };
  const headline = figures.find((figure) => figure.cell === headlineCell(methodology))?.value;
  return {
    of,
    round,
    headline: headline === undefined ? undefined : valueText(headline, language, of.country),
    isCount: headline?.kind === "count",
    authority: submission.authority,
    referenceDate: submission.referenceDate,
    source: submission.source,
    kind: submission.kind,
    isEmpty: figures.length === 0,
    isHidden: actor.country === undefined && ["draft", "submitted", "returned"].includes(submission.state),
    mayEnter: capability(actor, "enter", submission) === "allowed",
    tables: figures.length === 0 ? [] : methodology.tables.map((table) => tableView(source, table)),
  };
}

/**
 * The figures as they stand; where they are not the actor's to see, those of the newest round that is: the secretariat goes
 * on reading what was signed while the country corrects it.
 */
async function figuresSeen(tx: Reading, of: Of): Promise<{ figures: Figure[]; round?: number }> {
  const figures = await figuresOf(tx, of);
  const round = figures.length === 0 ? (await roundsOf(tx, of)).at(-1) : undefined;
  return round === undefined ? { figures } : { figures: await roundFigures(tx, of, round), round };
}

/** The figures of a submission, the headline first. */
export default function SubmissionFigures({ loaderData }: Route.ComponentProps) {
  const { of, headline, isCount, authority, referenceDate, source, kind, tables, mayEnter } = loaderData;
  const all = useWords(submissionWords);
  const words = all.figures;
  const language = useLanguage();
  const root = submissionAddress(language, of);
  if (loaderData.isHidden && loaderData.isEmpty) return <EmptyState title={words.hidden}>{words.hiddenDetail}</EmptyState>;
  if (loaderData.isEmpty)
    return (
      <EmptyState
        title={words.empty}
        action={
          mayEnter && (
            <div className="flex flex-wrap gap-3">
              <LinkButton to={`${root}/file`}>{all.tabs.file}</LinkButton>
              <LinkButton kind="quiet" to={`${root}/enter`}>
                {all.tabs.enter}
              </LinkButton>
            </div>
          )
        }
      >
        {words.emptyDetail}
      </EmptyState>
    );
  return (
    <>
      {loaderData.round !== undefined && <Notice>{words.asSigned(formatCount(loaderData.round, language))}</Notice>}
      <div className="mt-8">
        {headline !== undefined && isCount ? (
          <FigureBig
            figure={headline}
            counts={words.headline}
            {...(authority !== null && referenceDate !== null
              ? { note: words.headlineNote(authority, formatDate(referenceDate, language)) }
              : {})}
          />
        ) : (
          <p className="text-lead">{words.headlineMissing}</p>
        )}
      </div>
      <nav aria-label={words.tableNav} className="mt-8 print:hidden">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small">
          {tables.map((table) => (
            <li key={table.id}>
              <a href={`#${table.id}`} className="link">
                {table.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {tables.map((table) => (
        <FigureTable key={table.id} table={table} root={root} mayEdit={mayEnter && kind !== "records"} />
      ))}
      <Section title={words.source}>
        <DefinitionList
          items={[
            { term: words.authority, detail: authority ?? words.unset },
            { term: words.referenceDate, detail: referenceDate === null ? words.unset : formatDate(referenceDate, language) },
            { term: words.sourceText, detail: source ?? words.unset },
            { term: words.kind, detail: kind === null ? words.unset : kind === "matrix" ? words.matrix : words.records },
          ]}
        />
      </Section>
      <Section title={words.legendTitle}>
        <ul className="measure space-y-1 text-small">
          {words.legend.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
