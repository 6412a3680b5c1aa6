import { Form, Link } from "react-router";
import { formatCount, formatInstant } from "#basics";
import { Button, DataTable, type FormState, Notice, Section, StateTag, Textarea, useLanguage, useWords } from "#web";
import { releaseWords } from "#words";
import { releaseAddress } from "./release-address.ts";

/** A country's approval as the page shows it. */
export interface ApprovalLine {
  readonly country: string;
  readonly name: string;
  readonly done: { readonly author: string; readonly at: Date } | undefined;
}

/** A group risk in words, with the answer to it. */
export interface RiskLine {
  readonly item: string;
  /** Name of the field in which the answer is written. */
  readonly field: string;
  readonly sentence: string;
  readonly done: { readonly author: string; readonly body: string } | undefined;
}

/** Who approved, and who is waited for. */
export function Approvals({ collection, lines }: { collection: string; lines: readonly ApprovalLine[] }) {
  const words = useWords(releaseWords).approvals;
  const language = useLanguage();
  const done = lines.filter((line) => line.done !== undefined).length;
  return (
    <Section id="approvals" title={words.title} lead={words.lead(formatCount(done, language), formatCount(lines.length, language))}>
      <DataTable
        caption={words.caption}
        hideCaption
        rows={lines}
        rowKey={({ country }) => country}
        columns={[
          { id: "country", head: words.country, kind: "row-head", cell: ({ name }) => name },
          { id: "state", head: words.state, cell: (line) => <StateTag tone={line.done ? "good" : "neutral"}>{line.done ? words.approved : words.open}</StateTag> },
          {
            id: "by",
            head: words.by,
            kind: "long",
            cell: (line) =>
              line.done ? (
                <>
                  {line.done.author} <span className="block text-small text-ink-soft">{formatInstant(line.done.at, language)}</span>
                </>
              ) : (
                <span className="text-ink-soft">{words.waitsFor}</span>
              ),
          },
          {
            id: "page",
            head: words.page,
            cell: ({ country, name }) => (
              <Link to={releaseAddress(language, collection, country)} className="link" aria-label={words.read(name)}>
                {words.page}
              </Link>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** Each group risk in words, with the answer that somebody gave by name, or the field for it. */
export function Risks({ lines, form }: { lines: readonly RiskLine[]; form: FormState }) {
  const words = useWords(releaseWords).risks;
  return (
    <Section id="risks" title={words.title} lead={lines.length === 0 ? words.none : words.lead}>
      {lines.length > 0 && (
        <ol className="border-t border-line">
          {lines.map((line) => (
            <li key={line.item} className="border-b border-line py-5">
              <p className="measure font-semibold">{line.sentence}</p>
              {line.done ? (
                <blockquote className="measure mt-2 border-l-4 border-good pl-4">
                  <p className="text-small text-ink-soft">{words.answered(line.done.author)}</p>
                  <p>{line.done.body}</p>
                </blockquote>
              ) : (
                <Answer line={line} form={form} />
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Answer({ line, form }: { line: RiskLine; form: FormState }) {
  const words = useWords(releaseWords).risks;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="act" value="sign-off" />
      <input type="hidden" name="item" value={line.item} />
      <input type="hidden" name="field" value={line.field} />
      <Textarea {...form.field(line.field)} label={words.label} help={words.help} rows={2} maxLength={4000} aria-required />
      <p className="mt-3">
        <Button kind="quiet">{words.submit}</Button>
      </p>
    </Form>
  );
}

/** Says that the candidate no longer fits the figures. */
export function StaleNotice() {
  const words = useWords(releaseWords).stale;
  return (
    <Notice tone="caution" title={words.title}>
      {words.body}
    </Notice>
  );
}
