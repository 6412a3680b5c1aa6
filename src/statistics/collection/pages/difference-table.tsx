import { DataTable, StateTag, useWords } from "#web";
import { submissionWords } from "#words";
import type { DifferenceLine } from "./difference-line.ts";

const tones = { added: "good", changed: "info", removed: "caution" } as const satisfies Record<DifferenceLine["kind"], string>;

/** Changed cells with what stood there and what stands there. */
export function DifferenceTable({ lines }: { lines: readonly DifferenceLine[] }) {
  const words = useWords(submissionWords).differences;
  return (
    <DataTable
      caption={words.choose}
      hideCaption
      rows={lines}
      rowKey={(line) => line.cell}
      columns={[
        {
          id: "cell",
          head: words.cell,
          kind: "row-head",
          cell: (line) => (
            <>
              {line.place}
              <span className="block text-small font-normal text-ink-soft">{line.table}</span>
            </>
          ),
        },
        {
          id: "change",
          head: words.change,
          cell: (line) => <StateTag tone={tones[line.kind]}>{words.kinds[line.kind]}</StateTag>,
        },
        {
          id: "before",
          head: words.before,
          kind: "number",
          cell: (line) => <span className="text-ink-soft">{line.before}</span>,
        },
        { id: "after", head: words.after, kind: "number", cell: (line) => line.after },
      ]}
    />
  );
}
