import { columnLetter } from "./problem.ts";

/** Cells to be marked: row counted from 1, then columns counted from 0. */
export type Marked = ReadonlyMap<number, readonly number[]>;

/** Gives for a cell's style the index of the same style with the mark's fill. */
export type MarkStyle = (style: number) => number;

function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]*/i.exec(reference)?.[0].toUpperCase() ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** One row's inside with the wanted cells marked; cells that do not exist yet are put in their place. */
function markCells(inside: string, row: number, wanted: readonly number[], mark: MarkStyle): string {
  const open = new Set(wanted);
  const pieces: { column: number; xml: string }[] = [];
  let next = 0;
  for (const found of inside.matchAll(/<c(\s[^>]*?)?(\/>|>[\s\S]*?<\/c>)/g)) {
    const tag = found[1] ?? "";
    const reference = /\sr="([^"]*)"/.exec(tag)?.[1];
    const column = reference === undefined ? next : columnOf(reference);
    next = column + 1;
    if (!open.delete(column)) {
      pieces.push({ column, xml: found[0] });
      continue;
    }
    const style = Number(/\ss="(\d+)"/.exec(tag)?.[1] ?? 0);
    pieces.push({ column, xml: `<c${tag.replace(/\ss="\d+"/, "")} s="${mark(style)}"${found[2] ?? "/>"}` });
  }
  for (const column of open) pieces.push({ column, xml: `<c r="${columnLetter(column)}${row}" s="${mark(0)}"/>` });
  return pieces.toSorted((a, b) => a.column - b.column).map((piece) => piece.xml).join("");
}

/** The XML of a worksheet with cells marked, everything else letter for letter as it was. */
export function markSheet(xml: string, marked: Marked, mark: MarkStyle): string {
  const wanted = [...marked].toSorted((a, b) => a[0] - b[0]);
  const out: string[] = [];
  let copied = 0;
  let row = 0;
  let next = 0;
  const copyTo = (end: number) => {
    out.push(xml.slice(copied, end));
    copied = end;
  };
  // Rows that the file does not have are put in before the first later one.
  const putBefore = (at: number, limit: number) => {
    for (let each = wanted[next]; each && each[0] < limit; each = wanted[++next]) {
      copyTo(at);
      out.push(`<row r="${each[0]}">${markCells("", each[0], each[1], mark)}</row>`);
    }
  };
  for (let at = xml.indexOf("<row"); at !== -1 && next < wanted.length; at = xml.indexOf("<row", at + 4)) {
    const sign = xml[at + 4];
    if (sign !== " " && sign !== ">" && sign !== "/" && sign !== "\n") continue;
    const tagEnd = xml.indexOf(">", at);
    if (tagEnd === -1) break;
    const tag = xml.slice(at, tagEnd);
    row = Number(/\sr="(\d+)"/.exec(tag)?.[1] ?? row + 1);
    putBefore(at, row);
    const here = wanted[next];
    if (here?.[0] !== row) continue;
    next++;
    const isClosed = xml[tagEnd - 1] === "/";
    const end = isClosed ? tagEnd : xml.indexOf("</row>", tagEnd);
    if (end === -1) break;
    copyTo(at);
    out.push(`${isClosed ? tag.slice(0, -1) : tag}>`, markCells(isClosed ? "" : xml.slice(tagEnd + 1, end), row, here[1], mark), isClosed ? "</row>" : "");
    copied = isClosed ? tagEnd + 1 : end;
  }
  const close = xml.indexOf("</sheetData>", copied);
  if (close !== -1) putBefore(close, Number.POSITIVE_INFINITY);
  out.push(xml.slice(copied));
  return out.join("");
}

/** Adds the mark's fill to the styles, and gives the function that finds a marked twin for each style. */
export function markStyles(xml: string, colour: string): { mark: MarkStyle; finish: () => string } | undefined {
  const fills = /<fills\b[^>]*>([\s\S]*?)<\/fills>/.exec(xml);
  const formats = /<cellXfs\b[^>]*>([\s\S]*?)<\/cellXfs>/.exec(xml);
  if (!fills || !formats) return undefined;
  const fillCount = fills[1]?.match(/<fill[\s>/]/g)?.length ?? 0;
  const xfs = formats[1]?.match(/<xf\b[^>]*?\/>|<xf\b[^>]*>[\s\S]*?<\/xf>/g) ?? [];
  const twins = new Map<number, number>();
  const added: string[] = [];
  const mark: MarkStyle = (style) => {
    let twin = twins.get(style);
    if (twin === undefined) {
      const xf = (xfs[style] ?? xfs[0] ?? '<xf numFmtId="0" fontId="0" borderId="0" xfId="0"/>').replace(/\s(?:fillId|applyFill)="[^"]*"/g, "");
      twin = xfs.length + added.length;
      added.push(xf.replace(/^<xf/, `<xf fillId="${fillCount}" applyFill="1"`));
      twins.set(style, twin);
    }
    return twin;
  };
  const finish = () =>
    xml
      .replace(fills[0], () => `<fills count="${fillCount + 1}">${fills[1]}<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill></fills>`)
      .replace(formats[0], () => `<cellXfs count="${xfs.length + added.length}">${formats[1]}${added.join("")}</cellXfs>`);
  return { mark, finish };
}
