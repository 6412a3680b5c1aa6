import { Link } from "react-router";
import { formatDate } from "#basics";
import { DataTable, Section, useLanguage, useWords } from "#web";
import { releaseWords } from "#words";

/** A published version as the page lists it. */
export interface VersionLine {
  readonly version: number;
  readonly publishedOn: string;
  readonly manifestSha256: string;
  readonly isCurrent: boolean;
}

/** The versions that are public, and how a mistake in one is mended. */
export function Versions({ collection, lines, publicPage }: { collection: string; lines: readonly VersionLine[]; publicPage: string }) {
  const words = useWords(releaseWords).versions;
  const language = useLanguage();
  return (
    <>
      <Section id="versions" title={words.title}>
        <DataTable
          caption={words.caption}
          hideCaption
          rows={lines}
          rowKey={({ version }) => String(version)}
          columns={[
            {
              id: "version",
              head: words.version,
              kind: "row-head",
              cell: ({ version, isCurrent }) => (
                <>
                  {version} <span className="font-normal text-ink-soft">({isCurrent ? words.current : words.replaced})</span>
                </>
              ),
            },
            { id: "date", head: words.publishedOn, cell: ({ publishedOn }) => formatDate(publishedOn, language) },
            { id: "mark", head: words.mark, cell: ({ manifestSha256 }) => <code className="text-small">{manifestSha256.slice(0, 16)}…</code> },
            {
              id: "page",
              head: words.page,
              cell: ({ isCurrent }) =>
                isCurrent ? (
                  <Link reloadDocument to={publicPage} className="link">
                    {words.open}
                  </Link>
                ) : (
                  ""
                ),
            },
          ]}
        />
      </Section>
      <Section title={words.correctionTitle}>
        <p className="measure">{words.correction}</p>
        <p className="mt-3">
          <Link to={`/${language}/workspace/collections/${collection}`} className="link">
            {words.board}
          </Link>
        </p>
      </Section>
    </>
  );
}
