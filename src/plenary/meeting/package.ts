import { Zip, ZipDeflate, ZipPassThrough } from "fflate";
import type { Language, Text } from "#basics";
import type { AgendaItem } from "./meeting.ts";
import { type MeetingDocument, packageName } from "./document.ts";

/** A paper with its place in the package. */
export interface PackagedPaper {
  readonly id: string;
  readonly title: string;
  /** `02 Acta anterior/01 acta.pdf`. */
  readonly path: string;
}

/** One point with its papers; the papers of the whole meeting come first, under a point without number. */
export interface PackagedItem {
  readonly position: number | null;
  readonly title: Text;
  readonly papers: readonly PackagedPaper[];
}

const whole: Text = { es: "Documentos de la reunión", en: "Documents of the meeting" };

/** The order of a package: by agenda, then as they were attached. Withdrawn papers are left out. */
export function packageOrder(
  agenda: readonly Pick<AgendaItem, "id" | "position" | "title">[],
  papers: readonly (Pick<MeetingDocument, "id" | "item" | "title" | "withdrawnAt"> & { readonly fileName: string })[],
  language: Language,
): PackagedItem[] {
  const current = papers.filter(({ withdrawnAt }) => withdrawnAt === null);
  const groups = [{ id: null, position: null, title: whole }, ...agenda];
  return groups
    .map(({ id, position, title }) => {
      const isKnown = (item: string | null) => agenda.some((each) => each.id === item);
      const own = current.filter(({ item }) => (id === null ? !isKnown(item) : item === id));
      const folder = `${two(position ?? 0)} ${packageName(title[language])}`;
      return { position, title, papers: own.map((paper, place) => ({ id: paper.id, title: paper.title, path: `${folder}/${two(place + 1)} ${fileName(paper.fileName)}` })) };
    })
    .filter(({ position, papers: own }) => position !== null || own.length > 0);
}

const two = (number: number) => String(number).padStart(2, "0");

/** The end of a name tells its kind and is kept, however long the name. */
function fileName(name: string): string {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? `${packageName(name.slice(0, dot))}${name.slice(dot).replace(/[^.\w]/g, "")}` : packageName(name);
}

/** The contents page of a package: the agenda with a link to each paper. It opens without a network and sends nothing. */
export function contentsPage(meeting: string, items: readonly PackagedItem[], language: Language): string {
  const title = language === "es" ? `Reunión ${meeting}: documentos` : `Meeting ${meeting}: documents`;
  const none = language === "es" ? "Sin documentos" : "No documents";
  const lines = items.map(({ position, title: name, papers }) => {
    const list = papers.map(({ title: paper, path }) => `<li><a href="${escaped(path.split("/").map(encodeURIComponent).join("/"))}">${escaped(paper)}</a></li>`);
    return `<h2>${position === null ? "" : `${position}. `}${escaped(name[language])}</h2>\n${list.length > 0 ? `<ul>\n${list.join("\n")}\n</ul>` : `<p>${none}</p>`}`;
  });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body>
<h1>${escaped(title)}</h1>
${lines.join("\n")}
</body></html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Packs the contents page and the papers one after the other, so that never more than one is in memory. */
export function packageStream(
  contents: { readonly name: string; readonly html: string },
  papers: readonly PackagedPaper[],
  bytesOf: (id: string) => Promise<Uint8Array | undefined>,
): ReadableStream<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const fault: { found?: Error } = {};
  const zip = new Zip((error, piece) => {
    if (error) fault.found = error;
    else pieces.push(piece);
  });
  const queue = [...papers];
  let begun = false;
  let ended = false;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      while (pieces.length === 0 && !ended && fault.found === undefined) {
        const next = begun ? queue.shift() : undefined;
        if (!begun) {
          begun = true;
          const page = new ZipDeflate(contents.name, { level: 6 });
          zip.add(page);
          page.push(new TextEncoder().encode(contents.html), true);
        } else if (next) {
          const bytes = await bytesOf(next.id);
          if (!bytes) continue; // taken back while the package was made
          const file = new ZipPassThrough(next.path); // documents are packed in themselves
          zip.add(file);
          file.push(bytes, true);
        } else {
          ended = true;
          zip.end();
        }
      }
      const ready = pieces;
      pieces = [];
      for (const piece of ready) controller.enqueue(piece);
      if (fault.found) controller.error(fault.found);
      else if (ended) controller.close();
    },
  });
}
