import { Fragment } from "react";
import type { Block, Prose, TableBlock } from "#documents";
import { DataTable } from "./data-table.tsx";
import { DefinitionList } from "./facts.tsx";

/** How deep the heading stands under which a document is drawn: that of the page, of a section, or of a part of it. */
type Above = 1 | 2 | 3;

/**
 * The blocks of an official document as a page shows them: the same words and tables that its print has. `below` is the level of
 * the heading above them, so that the document's own headings go on from there.
 */
export function DocumentBlocks({ blocks, below }: { blocks: readonly Block[]; below: Above }) {
  return inOrder(blocks).map(({ key, each }) => <OneBlock key={key} block={each} below={below} />);
}

/** The parts of a document with their places as keys: it is drawn whole, and its parts have no other identity. */
export function inOrder<T>(parts: readonly T[]): { readonly key: string; readonly each: T }[] {
  return parts.map((each, place) => ({ key: String(place), each }));
}

/** A heading of the document in its place on the page; below a part all headings look alike. */
function Heading({ level, text, below }: { level: 2 | 3; text: string; below: Above }) {
  if (below === 1 && level === 2) return <h2 className="mt-12 border-t border-line pt-4 font-serif text-h2 font-semibold">{text}</h2>;
  if (below === 1) return <h3 className="mt-8 font-serif text-h3 font-semibold">{text}</h3>;
  if (below === 2 && level === 2) return <h3 className="mt-10 border-t border-line pt-4 font-serif text-h2 font-semibold">{text}</h3>;
  return <h4 className="mt-6 font-serif text-h3 font-semibold">{text}</h4>;
}

function OneBlock({ block, below }: { block: Block; below: Above }) {
  switch (block.kind) {
    case "heading":
      return <Heading level={block.level} text={block.text} below={below} />;
    case "paragraph":
      return (
        <p className="measure mt-3 whitespace-pre-line">
          <ProseView prose={block.text} />
        </p>
      );
    case "list": {
      const items = inOrder(block.items).map(({ key, each }) => (
        <li key={key}>
          <ProseView prose={each} />
        </li>
      ));
      return block.style === "bullets" ? <ul className="measure mt-3 list-disc space-y-1 pl-6">{items}</ul> : <ol className="measure mt-3 list-decimal space-y-1 pl-6">{items}</ol>;
    }
    case "table":
      return <TableView table={block} />;
    case "definitions":
      return (
        <div className="mt-4">
          <DefinitionList
            items={block.items.map(({ term, text }) => ({
              term,
              detail: (
                <span className="wrap-anywhere whitespace-pre-line">
                  <ProseView prose={text} />
                </span>
              ),
            }))}
          />
        </div>
      );
    case "quote":
      return (
        <figure className="measure mt-4 border-l-4 border-line pl-5">
          <blockquote className="whitespace-pre-line">
            <ProseView prose={block.text} />
          </blockquote>
          {block.source !== undefined && <figcaption className="mt-1 text-small text-ink-soft">{block.source}</figcaption>}
        </figure>
      );
    case "note":
      return (
        <p className="measure mt-3 text-small text-ink-soft">
          <ProseView prose={block.text} />
        </p>
      );
    case "together":
      return <DocumentBlocks blocks={block.blocks} below={below} />;
    case "page-break":
      return null;
  }
}

function ProseView({ prose }: { prose: Prose }) {
  if (typeof prose === "string") return prose;
  return inOrder(prose).map(({ key, each: span }) => {
    if (typeof span === "string") return <Fragment key={key}>{span}</Fragment>;
    const text = span.emphasis === true ? <em>{span.text}</em> : span.text;
    return span.strong === true ? <strong key={key}>{text}</strong> : <Fragment key={key}>{text}</Fragment>;
  });
}

/** Whether a text has a stretch without a place to break, as an address: broken anywhere, words would break in every narrow column. */
const hasNoBreak = (text: string) => /\S{25}/.test(text);

function TableView({ table }: { table: TableBlock }) {
  // The first column heads its row where every row says something in it; else the second does.
  const rowHead = table.rows.some(([first]) => first === "") ? 1 : 0;
  return (
    <div className="mt-5">
      <DataTable
        caption={table.caption}
        columns={table.columns.map(({ head, kind }, column) => ({
          id: String(column),
          head,
          cell: ({ cells }: { cells: readonly string[] }) => <span className={`whitespace-pre-line ${hasNoBreak(cells[column] ?? "") ? "wrap-anywhere" : ""}`}>{cells[column] ?? ""}</span>,
          ...(column === rowHead ? { kind: "row-head" as const } : kind === "number" ? { kind: "number" as const } : {}),
          ...(table.total === undefined ? {} : { foot: table.total[column] ?? "" }),
        }))}
        rows={table.rows.map((cells, place) => ({ cells, place }))}
        rowKey={({ place }) => String(place)}
      />
    </div>
  );
}
