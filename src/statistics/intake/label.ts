import type { CodeList, Methodology } from "../methodology/methodology.ts";
import { countryWords } from "./country-words.ts";
import { fold, likeness } from "./fold.ts";
import { listWords, unknownWords } from "./list-words.ts";

/** A national word that a user has tied to one of our codes; remembered for the country, and stronger than our own words. */
export interface LabelMapping {
  /** Id of the code list, such as 'formOfExploitation'. */
  readonly list: string;
  /** The word as the national file writes it; case and accents do not matter. */
  readonly label: string;
  readonly code: string;
}

/** A word that no list knows, to be tied to a code once by the user. */
export interface UnmappedLabel {
  readonly list: string;
  readonly label: string;
  /** Rows or cells that carry it. */
  readonly count: number;
  /** Codes whose words are most alike, the likeliest first. */
  readonly suggestions: readonly string[];
}

/** What a word stands for; `repaired` when its accents had been destroyed and were guessed beyond doubt. */
export interface Resolved {
  readonly code: string;
  readonly repaired?: string;
}

interface Index {
  readonly codes: ReadonlySet<string>;
  readonly words: Map<string, string>;
  readonly mapped: Map<string, string>;
}

/** Undoes UTF-8 that was read as Windows-1252 ('MÃ©xico'); undefined when the text is not of that kind. */
function undoDoubleEncoding(text: string): string | undefined {
  if (!/[ÃÂ]/.test(text)) return undefined;
  const plain = Buffer.from(text, "latin1").toString("utf8");
  return plain.includes("\uFFFD") ? undefined : plain;
}

/** Finds codes by the words of national files: codes, labels in both languages, words of the region, remembered mappings. */
export class LabelBook {
  readonly #indexes = new Map<string, Index>();

  constructor(methodology: Methodology, country: string, mappings: readonly LabelMapping[]) {
    for (const list of methodology.codeLists) this.#indexes.set(list.id, indexOf(list, country));
    for (const { list, label, code } of mappings) this.#indexes.get(list)?.mapped.set(fold(label), code);
  }

  /** The code that a word stands for in a list; undefined when it is not known. */
  resolve(list: string, label: string): Resolved | undefined {
    const index = this.#indexes.get(list);
    if (!index) return undefined;
    const plain = label.trim();
    const mapped = index.mapped.get(fold(plain));
    if (mapped !== undefined) return { code: mapped };
    if (index.codes.has(plain)) return { code: plain };
    const word = index.words.get(fold(plain));
    if (word !== undefined) return { code: word };
    return this.#repair(index, plain);
  }

  /** Whether the user has said what this word means; our own reading of it is then not in doubt. */
  isMapped(list: string, label: string): boolean {
    return this.#indexes.get(list)?.mapped.has(fold(label)) ?? false;
  }

  /** Codes whose words are most alike, at most three. */
  suggest(list: string, label: string): string[] {
    const index = this.#indexes.get(list);
    if (!index) return [];
    const word = fold(label);
    const best = new Map<string, number>();
    for (const [known, code] of index.words) {
      const shares = known.length > 3 && (` ${word} `.includes(` ${known} `) || ` ${known} `.includes(` ${word} `)) ? 0.3 : 0;
      const score = likeness(word, known) + shares;
      if (score > (best.get(code) ?? 0.4)) best.set(code, score);
    }
    return [...best].toSorted((a, b) => b[1] - a[1]).slice(0, 3).map(([code]) => code);
  }

  #repair(index: Index, label: string): Resolved | undefined {
    const undone = undoDoubleEncoding(label);
    const code = undone === undefined ? undefined : index.words.get(fold(undone));
    if (code !== undefined && undone !== undefined) return { code, repaired: undone };
    if (!/[?\uFFFD]/.test(label) || label.length > 80) return undefined;
    const pieces = label.split(/[?\uFFFD]/).map((piece) => fold(piece));
    if (pieces.join("").length < 3) return undefined;
    const pattern = new RegExp(`^${pieces.map((piece) => piece.replaceAll("+", "\\+")).join("[^ ]")}$`);
    const fits = [...index.words].filter(([word]) => pattern.test(word));
    const codes = new Set(fits.map(([, found]) => found));
    const [only] = codes;
    return codes.size === 1 && only !== undefined ? { code: only, repaired: fits[0]?.[0] ?? "" } : undefined;
  }
}

function indexOf(list: CodeList, country: string): Index {
  const isOrigin = list.id === "origin";
  const words = new Map<string, string>();
  const add = (word: string, code: string) => {
    if (word !== "" && !words.has(word)) words.set(word, code);
  };
  const codes = new Set(list.codes.map((each) => each.code));
  for (const each of list.codes) {
    add(fold(each.code), each.code);
    add(fold(each.label.es), each.code);
    add(fold(each.label.en), each.code);
    for (const alias of each.aliases ?? []) add(fold(alias), each.code);
  }
  // 'Víctima identificada (autoridad competente)' is often written without what stands in brackets.
  const short = Map.groupBy(
    list.codes.flatMap((each) => [each.label.es, each.label.en].filter((label) => label.includes("(")).map((label) => ({ word: fold(label.replace(/\([^)]*\)/g, "")), code: each.code }))),
    ({ word }) => word,
  );
  for (const [word, same] of short) if (new Set(same.map(({ code }) => code)).size === 1) add(word, same[0]?.code ?? "");
  for (const [code, aliases] of Object.entries(listWords[list.id] ?? {}))
    if (codes.has(code)) for (const alias of aliases.split(",")) add(alias, code);
  if (codes.has("_U")) for (const word of unknownWords) add(word, "_U");
  if (isOrigin) {
    for (const word of ["nacional", "nacionales", "nacional del pais", "national", "nationals"]) add(word, country);
    for (const [word, code] of countryWords()) {
      add(word, code);
      codes.add(code);
    }
  }
  return { codes, words, mapped: new Map() };
}
