import { formatCount } from "#basics";
import { DataTable, Disclosure, Section, useLanguage, useWords } from "#web";
import { releaseWords } from "#words";
import type { AreaTally, ProtectionSummary } from "../release-desk.store.ts";
import { type InfographicFile, infographicForms } from "./file-kind.ts";
import { releaseAddress } from "./release-address.ts";

/** An area's cells in numbers, with the area's name in the language of the page. */
export type TallyLine = Pick<AreaTally, "cells"> & { readonly code: string; readonly name: string; readonly design: AreaTally["area"]["design"] };

/** What was hidden and why, in numbers. Inside only. */
export function ProtectionReport({ summary, tallies }: { summary: Omit<ProtectionSummary, "groupRisks">; tallies: readonly TallyLine[] }) {
  const words = useWords(releaseWords).protection;
  const language = useLanguage();
  const count = (number: number) => formatCount(number, language);
  return (
    <Section id="protection" title={words.title} lead={words.lead}>
      <p className="measure">{words.sentence(count(summary.cells), count(summary.hidden))}</p>
      {summary.byReason.length > 0 && (
        <div className="mt-5 max-w-[46rem]">
          <DataTable
            caption={words.reason}
            hideCaption
            rows={summary.byReason}
            rowKey={({ reason }) => reason}
            columns={[
              { id: "reason", head: words.reason, kind: "row-head", cell: ({ reason }) => <span className="font-normal">{words.reasons[reason]}</span> },
              { id: "count", head: words.count, kind: "number", cell: (each) => count(each.count) },
            ]}
          />
        </div>
      )}
      {summary.unavoidable > 0 && <p className="measure mt-4 text-small text-ink-soft">{words.unavoidable(count(summary.unavoidable))}</p>}
      <div className="mt-8">
        <DataTable
          caption={words.areasCaption}
          rows={tallies}
          rowKey={({ code }) => code}
          columns={[
            { id: "area", head: words.area, kind: "row-head", cell: ({ name }) => name },
            { id: "printed", head: words.printed, kind: "number", cell: ({ cells }) => count(cells.observed + cells.range) },
            { id: "hidden", head: words.hidden, kind: "number", cell: ({ cells }) => count(cells.protected) },
            { id: "source", head: words.source, kind: "number", cell: ({ cells }) => count(cells.source) },
            { id: "absent", head: words.absent, kind: "number", cell: ({ cells }) => count(cells.absent) },
            { id: "design", head: words.design, cell: ({ design }) => words.designs[design] },
          ]}
        />
      </div>
    </Section>
  );
}

/** The drawings by area and language, and every other file of a version, as they will be published. */
export function ReleaseFiles({
  collection,
  version,
  areas,
  drawings,
  others,
}: {
  collection: string;
  version: number;
  areas: readonly { readonly code: string; readonly name: string }[];
  drawings: readonly InfographicFile[];
  others: readonly { readonly path: string; readonly size: number }[];
}) {
  const words = useWords(releaseWords).files;
  const language = useLanguage();
  const address = (path: string) => `${releaseAddress(language, collection, `files/${path}`)}?version=${version}`;
  return (
    <Section id="files" title={words.title} lead={words.lead}>
      <DataTable
        caption={words.infographics}
        rows={areas}
        rowKey={({ code }) => code}
        columns={[
          { id: "area", head: words.area, kind: "row-head", cell: ({ name }) => name },
          ...(["es", "en"] as const).map((each) => ({
            id: each,
            head: words.inLanguage[each],
            kind: "long" as const,
            cell: ({ code, name }: (typeof areas)[number]) => (
              <span className="flex flex-wrap gap-x-4 gap-y-1">
                {infographicForms.map((form) => {
                  const file = drawings.find((drawing) => drawing.area === code && drawing.language === each && drawing.form === form);
                  return (
                    file && (
                      <a key={form} href={address(file.path)} className="link" aria-label={words.formOf(name, words.inLanguage[each], words.forms[form])}>
                        {words.forms[form]}
                      </a>
                    )
                  );
                })}
              </span>
            ),
          })),
        ]}
      />
      <Disclosure summary={words.all(formatCount(others.length, language))}>
        <DataTable
          caption={words.tables}
          hideCaption
          rows={others}
          rowKey={({ path }) => path}
          columns={[
            {
              id: "file",
              head: words.file,
              kind: "row-head",
              cell: ({ path }) => (
                <a href={address(path)} className="link font-normal break-all">
                  {path}
                </a>
              ),
            },
            { id: "size", head: words.size, kind: "number", cell: ({ size }) => `${formatCount(Math.max(1, Math.round(size / 1024)), language)} kB` },
          ]}
        />
      </Disclosure>
    </Section>
  );
}
