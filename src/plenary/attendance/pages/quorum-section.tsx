import { DataTable, Disclosure, Section, StateTag, useWords } from "#web";
import { plenaryAttendanceWords } from "#words";
import { QuorumStrip, type StripSpan } from "./quorum-strip.tsx";

/** What the page tells of the quorum; texts are already in the reader's language. */
export interface QuorumView {
  readonly sentence: string;
  readonly holds: boolean;
  readonly rule: string;
  readonly source: string;
  readonly members: number;
  readonly needed: number;
  readonly isOpen: boolean;
  readonly spans: readonly (StripSpan & { readonly who: string })[];
}

/** The quorum now, by which rule, and its course as a strip with the table beside it. */
export function QuorumSection({ quorum }: { quorum: QuorumView | undefined }) {
  const words = useWords(plenaryAttendanceWords);
  if (!quorum) return <Section title={words.quorum}>{words.ruleMissing}</Section>;
  const { spans, members, needed } = quorum;
  return (
    <Section title={words.quorum}>
      <p className="text-h3 font-semibold">{quorum.sentence}</p>
      {quorum.isOpen ? (
        <p className="mt-2">
          <StateTag tone={quorum.holds ? "good" : "caution"}>{quorum.holds ? words.holds : words.holdsNot}</StateTag>
        </p>
      ) : (
        spans.length === 0 && <p className="mt-2 text-ink-soft">{words.notOpen}</p>
      )}
      <p className="measure mt-2 text-small text-ink-soft">{words.rule(quorum.rule, quorum.source)}</p>
      {spans.length > 0 && (
        <>
          <h3 className="mt-8 font-serif text-h3 font-semibold">{words.timeline}</h3>
          <p className="text-ink-soft">{words.timelineLead}</p>
          <QuorumStrip spans={spans} members={members} needed={needed} />
          <Disclosure summary={words.timelineTable}>
            <DataTable
              caption={words.timelineCaption}
              rowKey={(span) => String(span.from)}
              rows={spans}
              columns={[
                { id: "from", head: words.columns.from, kind: "row-head", cell: (span) => span.fromClock },
                { id: "until", head: words.columns.until, cell: (span) => span.untilClock },
                { id: "present", head: words.columns.present, kind: "number", cell: (span) => `${span.present} / ${members}` },
                { id: "state", head: words.columns.state, cell: (span) => (span.suspended ? words.suspended : span.holds ? words.holds : words.holdsNot) },
                { id: "who", head: words.columns.who, kind: "long", cell: (span) => span.who },
              ]}
            />
          </Disclosure>
        </>
      )}
    </Section>
  );
}
