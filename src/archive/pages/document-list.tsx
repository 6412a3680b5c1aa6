import { Form, Link } from "react-router";
import { countryName, formatCount, formatDate } from "#basics";
import { Button, type Column, DataTable, EmptyState, Field, LinkButton, Pagination, Select, useLanguage, useWords } from "#web";
import { archiveWords } from "#words";
import { type DocumentLine, documentClasses } from "../document.ts";
import type { AskedList } from "./archive-asked.ts";

/** A list of documents with its filter and its pages, for everyone or (`inside`) for members. */
export function DocumentList({ list, base, inside = false }: { list: AskedList; base: string; inside?: boolean }) {
  const words = useWords(archiveWords).list;
  const language = useLanguage();
  if (list.count === 0 && !list.isFiltered)
    return <EmptyState title={inside ? words.emptyInsideTitle : words.emptyTitle}>{inside ? words.emptyInside : words.empty}</EmptyState>;
  const toPage = (page: number) => `${base}?${new URLSearchParams({ ...query(list), page: String(page) })}`;
  return (
    <>
      <Filter list={list} base={base} />
      {list.count === 0 ? (
        <EmptyState title={words.noneTitle}>{words.none}</EmptyState>
      ) : (
        <div className="mt-10">
          <p className="text-ink-soft">{words.found(list.count, formatCount(list.count, language))}</p>
          <DocumentTable documents={list.documents} base={base} inside={inside} />
          <Pagination page={list.page} pages={list.pages} to={toPage} />
        </div>
      )}
    </>
  );
}

function query({ asked }: AskedList): Record<string, string> {
  return {
    ...(asked.words === undefined ? {} : { q: asked.words }),
    ...(asked.class === undefined ? {} : { class: asked.class }),
    ...(asked.year === undefined ? {} : { year: String(asked.year) }),
  };
}

function Filter({ list: { asked, years, isFiltered }, base }: { list: AskedList; base: string }) {
  const words = useWords(archiveWords);
  const { filter } = words;
  return (
    <Form method="get" action={base} role="search" aria-label={filter.title} className="mt-6 print:hidden">
      <Field name="q" label={filter.words} optional value={asked.words} maxLength={200} type="search" />
      <div className="grid max-w-[34rem] gap-x-6 sm:grid-cols-2">
        <Select
          name="class"
          label={filter.class}
          value={asked.class ?? "all"}
          width="full"
          options={[{ value: "all", label: filter.anyClass }, ...documentClasses.map((each) => ({ value: each, label: words.classes[each] }))]}
        />
        <Select
          name="year"
          label={filter.year}
          value={asked.year === undefined ? "all" : String(asked.year)}
          width="full"
          options={[{ value: "all", label: filter.anyYear }, ...years.map((year) => ({ value: String(year), label: String(year) }))]}
        />
      </div>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button kind="quiet">{filter.submit}</Button>
        {isFiltered && (
          <LinkButton kind="quiet" to={base}>
            {filter.clear}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}

function DocumentTable({ documents, base, inside }: { documents: readonly DocumentLine[]; base: string; inside: boolean }) {
  const words = useWords(archiveWords);
  const language = useLanguage();
  const { list } = words;
  const columns: Column<DocumentLine>[] = [
    {
      id: "document",
      head: list.document,
      kind: "row-head",
      cell: (row) => (
        <>
          <Link to={`${base}/${row.number}`} className="link">
            {row.title[language]}
          </Link>
          <span className="figures block text-small font-normal text-ink-soft">{row.number}</span>
        </>
      ),
    },
    { id: "class", head: list.class, kind: "long", cell: (row) => words.classes[row.class] },
    { id: "dated", head: list.dated, cell: (row) => formatDate(row.dated, language) },
  ];
  if (inside)
    columns.push(
      { id: "circle", head: list.circle, kind: "long", cell: (row) => words.circles[row.access] },
      { id: "country", head: list.country, cell: (row) => (row.country === null ? list.coalition : countryName(row.country)[language]) },
    );
  return <DataTable caption={list.caption} hideCaption rows={documents} rowKey={(row) => row.id} columns={columns} />;
}
