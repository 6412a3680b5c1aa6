import { Link } from "react-router";
import { DataTable, StateTag, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import { type ListedAgreement, tones } from "./agreement-view.ts";

/** A table of agreements; `base` is the address under the language where each has its page. */
export function AgreementTable({ caption, rows, base, hideCaption = false }: { caption: string; rows: readonly ListedAgreement[]; base: string; hideCaption?: boolean }) {
  const words = useWords(plenaryAgreementWords);
  const language = useLanguage();
  return (
    <DataTable
      caption={caption}
      hideCaption={hideCaption}
      rows={rows}
      rowKey={(row) => row.number}
      columns={[
        {
          id: "agreement",
          head: words.columns.agreement,
          kind: "row-head",
          cell: (row) => (
            <>
              <Link to={`/${language}${base}/${row.number}`} className="link">
                {row.title}
              </Link>
              <span className="figures block text-small font-normal text-ink-soft">
                {row.number} · {row.meeting}
              </span>
            </>
          ),
        },
        { id: "responsible", head: words.columns.responsible, kind: "long", cell: (row) => row.responsible },
        { id: "due", head: words.columns.due, kind: "long", cell: (row) => row.due },
        { id: "standing", head: words.columns.standing, cell: (row) => <StateTag tone={tones[row.standing]}>{words.standings[row.standing]}</StateTag> },
      ]}
    />
  );
}
