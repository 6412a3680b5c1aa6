import { Fragment } from "react";
import type { Block, Prose, TableBlock } from "#documents";
import { DataTable, DefinitionList } from "#web";

/** The blocks of a document as a page shows them: the same words and tables that its print has. */
export function BlockView({ blocks }: { blocks: readonly Block[] }) {
  return inOrder(blocks).map(({ key, each }) => <OneBlock key={key} block={each} />);
}

/** A whole act that no longer changes: its own headings lead through it, below the heading of the page's part. */
export function FixedView({ blocks }: { blocks: readonly Block[] }) {
  return inOrder(blocks).map(({ key, each: block }) =>
    block.kind === "heading" && block.level === 2 ? (
      <h3 key={key} className="mt-10 border-t border-line pt-4 font-serif text-h2 font-semibold">
        {block.text}
      </h3>
    ) : (
      <BlockView key={key} blocks={[block]} />
    ),
  );
}

/** The parts of a document with their places as keys: a document is drawn whole, and its parts have no other identity. */
export function inOrder<T>(parts: readonly T[]): { readonly key: string; readonly each: T }[] {
  return parts.map((each, place) => ({ key: String(place), each }));
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case "heading":
      return <h4 className="mt-6 font-serif text-h3 font-semibold">{block.text}</h4>;
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
                <span className="break-words whitespace-pre-line">
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
      return <BlockView blocks={block.blocks} />;
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

function TableView({ table }: { table: TableBlock }) {
  const rows = table.rows.map((cells, place) => ({ cells, place }));
  return (
    <div className="mt-4">
      <DataTable
        caption={table.caption}
        columns={table.columns.map(({ head, kind }, column) => ({
          id: String(column),
          head,
          cell: ({ cells }: { cells: readonly string[] }) => <span className="whitespace-pre-line">{cells[column] ?? ""}</span>,
          ...(column === 0 ? { kind: "row-head" as const } : kind === "number" ? { kind: "number" as const } : {}),
          ...(table.total === undefined ? {} : { foot: table.total[column] ?? "" }),
        }))}
        rows={rows}
        rowKey={({ place }) => String(place)}
      />
    </div>
  );
}
