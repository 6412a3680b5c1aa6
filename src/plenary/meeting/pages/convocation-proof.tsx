import { Form } from "react-router";
import { formatCount } from "#basics";
import { Button, DataTable, DefinitionList, Section, StateTag, type Tone, useLanguage, useWords } from "#web";
import { plenaryMeetingConvocationWords } from "#words";
import type { DelegationNotice } from "../convocation-proof.ts";
import type { NoticeKind } from "../notice.store.ts";

const tones = { notified: "good", seen: "info", sent: "caution", nobody: "bad" } as const satisfies Record<DelegationNotice["standing"], Tone>;

/** The proof in words and times already written for their reader. */
export interface ProofLines {
  readonly isOwnOnly: boolean;
  readonly record:
    | { readonly kept: boolean; readonly days: string; readonly hours: string; readonly required: string; readonly at: string; readonly reason: string; readonly isMoved: boolean; readonly source: string | undefined }
    | undefined;
  readonly delegations: readonly { readonly country: string; readonly name: string; readonly standing: DelegationNotice["standing"]; readonly at: string | null }[];
  readonly people: readonly {
    readonly id: string;
    readonly kind: NoticeKind;
    readonly name: string;
    readonly of: string;
    readonly sent: string;
    readonly mailed: string | null;
    readonly seen: string | null;
    readonly acknowledged: string | null;
  }[];
  readonly maySendMissing: boolean;
}

/** What was sent, to whom, by which rule, and who received it. It prints as it stands. */
export function ConvocationProof({ record, delegations, people, isOwnOnly, maySendMissing }: ProofLines) {
  const words = useWords(plenaryMeetingConvocationWords);
  const language = useLanguage();
  const notified = delegations.filter(({ standing }) => standing === "notified").length;
  return (
    <>
      <Section title={words.proofTitle} lead={isOwnOnly ? words.own : undefined}>
        {record !== undefined && (
          <>
            <p>
              <StateTag tone={record.kept ? "good" : "caution"}>{record.kept ? words.kept : words.short}</StateTag>
            </p>
            <p className="measure mt-2">{(record.kept ? words.noticeKept : words.noticeShort)(record.days, record.hours, record.required)}</p>
            {record.isMoved && <p className="measure mt-1 text-small text-ink-soft">{words.movedNote}</p>}
            {record.reason !== "" && <p className="measure mt-1">{words.recordedReason(record.reason)}</p>}
            <div className="mt-4">
              <DefinitionList items={[{ term: words.sentOn, detail: record.at }]} />
            </div>
            {record.source !== undefined && <p className="mt-2 text-small text-ink-soft">{words.source(record.source)}</p>}
          </>
        )}
      </Section>
      {delegations.length > 0 && (
        <Section title={words.byDelegation} lead={words.byDelegationLead}>
          {!isOwnOnly && <p className="mb-4">{words.notified(formatCount(notified, language), formatCount(delegations.length, language))}</p>}
          <DataTable
            caption={words.delegationsCaption}
            hideCaption
            rows={delegations}
            rowKey={({ country }) => country}
            columns={[
              { id: "delegation", head: words.delegation, kind: "row-head", cell: ({ name }) => name },
              { id: "standing", head: words.standing, cell: ({ standing }) => <StateTag tone={tones[standing]}>{words.standings[standing]}</StateTag> },
              { id: "at", head: words.at, cell: ({ at }) => at ?? "" },
            ]}
          />
        </Section>
      )}
      <Section title={words.peopleTitle} lead={words.mailNote}>
        <DataTable
          caption={words.peopleCaption}
          hideCaption
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            {
              id: "who",
              head: words.people.who,
              kind: "row-head",
              cell: ({ name, of }) => (
                <>
                  {name}
                  {of !== "" && <span className="block text-small font-normal text-ink-soft">{of}</span>}
                </>
              ),
            },
            { id: "kind", head: words.people.kind, cell: ({ kind }) => words.noticeKinds[kind] },
            { id: "sent", head: words.people.sent, cell: ({ sent }) => sent },
            { id: "mailed", head: words.people.mailed, cell: ({ mailed }) => mailed ?? words.waiting },
            { id: "seen", head: words.people.seen, cell: ({ seen }) => seen ?? words.notYetAt },
            { id: "acknowledged", head: words.people.acknowledged, cell: ({ acknowledged }) => acknowledged ?? words.notYetAt },
          ]}
        />
        {maySendMissing && (
          <Form method="post" className="mt-6 print:hidden">
            <Button kind="quiet" name="act" value="missing">
              {words.missing}
            </Button>
            <p className="measure mt-2 text-small text-ink-soft">{words.missingHelp}</p>
          </Form>
        )}
        <p className="mt-4 text-small text-ink-soft print:hidden">{words.print}</p>
      </Section>
    </>
  );
}
