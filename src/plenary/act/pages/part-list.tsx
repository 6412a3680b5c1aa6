import { Form, Link } from "react-router";
import { Button, DocumentBlocks, StateTag, useWords } from "#web";
import { plenaryActWords } from "#words";
import type { PartView } from "./act-view.ts";

interface PartsProps {
  readonly parts: readonly PartView[];
  readonly root: string;
  readonly may: { readonly edit: boolean; readonly observe: boolean };
}

/** The whole act as it reads, part by part, with what can be done beside each. */
export function PartList({ parts, root, may }: PartsProps) {
  const words = useWords(plenaryActWords).part;
  return (
    <>
      <nav aria-label={words.contents} className="mt-8 print:hidden">
        <ol className="columns-1 gap-8 text-small sm:columns-2">
          {parts.map(({ id, title, position }) => (
            <li key={id} className="py-0.5">
              <a href={`#part-${id}`} className="link">
                {position}. {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {parts.map((part) => (
        <OnePart key={part.id} part={part} root={root} may={may} />
      ))}
    </>
  );
}

function OnePart({ part, root, may }: { part: PartView; root: string; may: PartsProps["may"] }) {
  const words = useWords(plenaryActWords).part;
  const written = part.isNarrated && (
    <>
      {part.isMissing && <p className="mt-3 text-small text-caution">{words.missing}</p>}
      {part.written.length === 0 ? <p className="mt-3 text-ink-soft">{words.empty}</p> : <DocumentBlocks blocks={part.written} below={3} />}
    </>
  );
  const isItem = part.kind === "item" || part.kind === "previous-act" || part.kind === "elections";
  return (
    <section id={`part-${part.id}`} aria-labelledby={`title-${part.id}`} className="mt-10 scroll-mt-4 border-t border-line pt-4">
      <h3 id={`title-${part.id}`} className="max-w-[30em] font-serif text-h2 font-semibold">
        {part.position}. {part.title}
      </h3>
      {(may.edit || may.observe || part.observations > 0) && (
        <div className="mt-1 flex flex-wrap items-center gap-x-5 gap-y-1 text-small print:hidden">
          {may.edit && part.isNarrated && (
            <>
              <Link to={`${root}/${part.id}`} className="link" aria-describedby={`title-${part.id}`}>
                {words.edit}
              </Link>
              <Link to={`${root}/${part.id}/versions`} className="link" aria-describedby={`title-${part.id}`}>
                {words.versions}
              </Link>
            </>
          )}
          {may.edit && !part.isNarrated && <span className="text-ink-soft">{words.computedHelp}</span>}
          {may.observe && (
            <Link to={`${root}/observe?part=${part.id}`} className="link" aria-describedby={`title-${part.id}`}>
              {words.observe}
            </Link>
          )}
          {part.observations > 0 && (
            <a href="#observations" className="link">
              {words.observations(String(part.observations))}
            </a>
          )}
          {part.hasAside && <StateTag tone="caution">{words.aside}</StateTag>}
        </div>
      )}
      {isItem ? (
        <>
          {written}
          <DocumentBlocks blocks={part.computed} below={3} />
        </>
      ) : (
        <>
          <DocumentBlocks blocks={part.computed} below={3} />
          {written}
        </>
      )}
      {may.edit && part.kind === "free" && <FreeActs part={part} />}
    </section>
  );
}

function FreeActs({ part }: { part: PartView }) {
  const words = useWords(plenaryActWords).part;
  return (
    <div className="mt-4 flex flex-wrap items-end gap-4 print:hidden">
      <Form method="post" className="flex items-end gap-2">
        <input type="hidden" name="section" value={part.id} />
        <label className="text-small">
          {words.move}
          <input name="position" inputMode="numeric" defaultValue={String(part.position)} className="ml-2 w-16 rounded-small border border-ink-soft bg-surface px-2 py-1" />
        </label>
        <Button kind="quiet" name="intent" value="move">
          {words.moveSubmit}
        </Button>
      </Form>
      <Form method="post">
        <input type="hidden" name="section" value={part.id} />
        <Button kind="danger" name="intent" value="remove">
          {words.remove}
        </Button>
      </Form>
    </div>
  );
}
