import { Link } from "react-router";
import { type Text, formatCount, formatDate } from "#basics";
import { type Column, DataTable, StateTag, useLanguage, useWords } from "#web";
import { collectionWords } from "#words";
import { stateWords } from "../act-words.ts";
import type { SubmissionState } from "../act.ts";
import { deadlineText } from "../board.ts";
import { submissionAddress } from "./submission-address.ts";
import { stateTones } from "./submission-tone.ts";

/** A row of the board as the page gets it: what others may know, and more for who may open it. */
export interface BoardLine {
  readonly country: string;
  readonly name: Text;
  readonly state: SubmissionState;
  readonly since: Date | null;
  readonly remindedAt: Date | null;
  readonly daysLeft: number;
  readonly next: Text;
  readonly isOwn: boolean;
  readonly mayOpen: boolean;
  readonly errors?: number;
  readonly openWarnings?: number;
}

/** Who is where: one row for each country, its own country first for the people of a state. */
export function BoardTable({
  collection,
  lines,
  showsFindings,
}: {
  collection: string;
  lines: readonly BoardLine[];
  showsFindings: boolean;
}) {
  const words = useWords(collectionWords);
  const language = useLanguage();
  const columns: Column<BoardLine>[] = [
    {
      id: "country",
      head: words.columns.country,
      kind: "row-head",
      cell: (line) => (
        <>
          {line.mayOpen ? (
            <Link to={submissionAddress(language, { collection, country: line.country })} className="link">
              {line.name[language]}
            </Link>
          ) : (
            line.name[language]
          )}
          {line.isOwn && <span className="block text-small font-normal text-ink-soft">{words.board.own}</span>}
        </>
      ),
    },
    {
      id: "state",
      head: words.columns.countryState,
      cell: (line) => (
        <>
          <StateTag tone={stateTones[line.state]}>{stateWords[line.state][language]}</StateTag>
          {line.since !== null && <span className="block text-small text-ink-soft">{formatDate(line.since, language)}</span>}
        </>
      ),
    },
    {
      id: "deadline",
      head: words.columns.deadline,
      cell: (line) => (
        <span className={`whitespace-nowrap ${line.daysLeft < 0 && isWaiting(line.state) ? "font-semibold text-caution" : ""}`}>
          {deadlineText(line.daysLeft, line.state)[language]}
        </span>
      ),
    },
    {
      id: "next",
      head: words.columns.next,
      kind: "long",
      cell: (line) => (
        <>
          {line.next[language]}
          {line.remindedAt !== null && (
            <span className="block text-small text-ink-soft">{`${words.columns.reminder}: ${formatDate(line.remindedAt, language)}`}</span>
          )}
        </>
      ),
    },
  ];
  if (showsFindings) columns.push({ id: "findings", head: words.columns.findings, cell: (line) => <Findings line={line} /> });
  return <DataTable caption={words.board.caption} hideCaption columns={columns} rows={lines} rowKey={(line) => line.country} />;
}

function isWaiting(state: SubmissionState): boolean {
  return state === "draft" || state === "submitted" || state === "returned";
}

function Findings({ line }: { line: BoardLine }) {
  const words = useWords(collectionWords).board;
  const language = useLanguage();
  if (!line.mayOpen) return <span className="text-small whitespace-nowrap text-ink-soft">{words.notShared}</span>;
  if (line.errors === undefined || line.openWarnings === undefined)
    return <span className="text-small whitespace-nowrap text-ink-soft">{words.notVisible}</span>;
  if (line.errors > 0) return <StateTag tone="bad">{words.errors(formatCount(line.errors, language))}</StateTag>;
  if (line.openWarnings > 0)
    return <StateTag tone="caution">{words.warnings(formatCount(line.openWarnings, language))}</StateTag>;
  return <StateTag tone="good">{words.clean}</StateTag>;
}
