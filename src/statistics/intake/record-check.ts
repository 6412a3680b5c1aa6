import type { Methodology } from "../methodology/methodology.ts";
import { type Cell, type Row, isBlank, textOf } from "./cell.ts";
import { readDate } from "./date.ts";
import { type IdentityKind, IdentityWatch, identityKinds } from "./identity-value.ts";
import type { LabelBook } from "./label.ts";
import type { ProblemLog } from "./problem.ts";
import { type RecordColumnId, type VictimRecord, recordColumns } from "./record.ts";
import type { RecordHeader } from "./record-header.ts";
import { IntakeRefusal } from "./refusal.ts";
import type { UnmappedLog } from "./unmapped.ts";

export interface RecordContext {
  readonly methodology: Methodology;
  readonly country: string;
  readonly year: number;
  readonly from1904: boolean;
  readonly sheet: string;
}

/** What the text of a coded cell stands for; read once for each text of a column, since files repeat few. */
interface Coded {
  readonly codes: readonly string[];
  readonly unknown: readonly string[];
  readonly repaired?: string;
}

const nothing: readonly string[] = [];
const caseCodeForm = /^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,38}[A-Za-z0-9])?$/;
const columnOfId = new Map(recordColumns.map((column) => [column.id, column]));

/** Checks the rows of one record file and turns the good ones into records. Holds the case codes seen, nothing else. */
export class RecordChecker {
  readonly #context: RecordContext;
  readonly #header: RecordHeader;
  readonly #labels: LabelBook;
  readonly #log: ProblemLog;
  readonly #unmapped: UnmappedLog;
  readonly #coded = new Map<RecordColumnId, Map<string, Coded>>();
  readonly #dates = new Map<string | number, string>();
  readonly #caseCodes = new Map<string, number>();
  /** Where each column stands, -1 when the file has none; looked up a million times. */
  readonly #at: Readonly<Record<RecordColumnId, number>>;
  readonly #caseWatch = new IdentityWatch(["email", "document"]);
  /** Columns that are not ours, in ascending order. */
  readonly #watches: { column: number; watch: IdentityWatch }[];
  readonly #isMinor: ReadonlyMap<string, boolean>;
  readonly #sexLetters = { h: false, m: 0 };
  #broken = false;

  constructor(context: RecordContext, header: RecordHeader, labels: LabelBook, log: ProblemLog, unmapped: UnmappedLog) {
    this.#context = context;
    this.#header = header;
    this.#labels = labels;
    this.#log = log;
    this.#unmapped = unmapped;
    const ages = context.methodology.codeLists.find((list) => list.id === "ageGroup")?.codes ?? [];
    this.#isMinor = new Map(ages.filter((each) => each.code !== "_U").map((each) => [each.code, (each.parent ?? each.code) === "MINOR"]));
    // Columns without a name are watched too: identity may stand in a column that nobody headed.
    const ours = new Set(header.columns.values());
    this.#at = Object.fromEntries(recordColumns.map(({ id }) => [id, header.columns.get(id) ?? -1])) as Record<RecordColumnId, number>; // every id is there
    const others = Array.from({ length: 40 }, (_, column) => column).filter((column) => !ours.has(column));
    this.#watches = others.map((column) => ({ column, watch: new IdentityWatch() }));
    for (const column of recordColumns) if (column.list) this.#coded.set(column.id, new Map());
  }

  /** The record of one row, or undefined when it has an error (which is in the log by then). */
  check(row: Row): VictimRecord | undefined {
    if (row.broken) return this.#fail("open-quote", row);
    for (let i = 0; i < this.#watches.length; i++) {
      const { column, watch } = this.#watches[i]!; // i is below the length
      if (column >= row.cells.length) break;
      const cell = row.cells[column];
      if (cell === undefined || cell === "") continue;
      const kind = watch.see(textOf(cell));
      if (kind) this.#refuse(column, kind);
    }
    this.#broken = false;
    const caseCode = this.#caseCode(row);
    const identifiedOn = this.#date(row);
    const status = this.#one(row, "victim_status");
    const sex = this.#sex(row);
    const { ageGroup, age } = this.#age(row);
    const forms = this.#several(row, "forms");
    const mainForm = this.#mainForm(row, forms);
    const citizenship = this.#one(row, "citizenship");
    const scope = this.#one(row, "scope");
    const services = this.#several(row, "services", true);
    if (!this.#broken) this.#consistency(row, { ageGroup, forms, citizenship, scope });
    if (this.#broken) return undefined;
    const record = { row: row.number, caseCode, identifiedOn, status, sex, ageGroup, forms, mainForm, citizenship, scope, services };
    return age === undefined ? record : { ...record, age };
  }

  #refuse(column: number, kind: IdentityKind): never {
    throw new IntakeRefusal("identity-values", { columns: `«${this.#header.names[column] || `${column + 1}`}»`, kind: identityKinds[kind] });
  }

  #fail(code: Parameters<ProblemLog["add"]>[0], row: Row, id?: RecordColumnId, value?: string, facts?: Record<string, string>): undefined {
    this.#broken = true;
    this.#note(code, row, id, value, facts);
  }

  #note(code: Parameters<ProblemLog["add"]>[0], row: Row, id?: RecordColumnId, value?: string, facts?: Record<string, string>): void {
    const column = id === undefined ? undefined : this.#header.columns.get(id);
    const columnName = column === undefined ? undefined : this.#header.names[column];
    this.#log.add(
      code,
      { sheet: this.#context.sheet, row: row.number, ...(column === undefined ? {} : { column }), ...(columnName === undefined ? {} : { columnName }) },
      value,
      { year: String(this.#context.year), ...facts },
    );
  }

  /** The cell of a column as text or number; an odd cell is an error and counts as blank from here on. */
  #cell(row: Row, id: RecordColumnId): Cell {
    const cell = row.cells[this.#at[id]];
    if (typeof cell !== "object") return cell;
    if (cell.odd === "date" && id === "identified_on") return cell;
    this.#fail(cell.odd === "formula" ? "formula" : cell.odd === "date" ? "unknown-label" : "error-cell", row, id, cell.text);
    return undefined;
  }

  #caseCode(row: Row): string {
    const text = textOf(this.#cell(row, "case_code"));
    if (text === "") {
      this.#fail("case-code-missing", row, "case_code");
      return "";
    }
    const kind = this.#caseWatch.see(text);
    if (kind) this.#refuse(this.#at.case_code, kind);
    if (!caseCodeForm.test(text)) {
      this.#fail("case-code-form", row, "case_code");
      return "";
    }
    const first = this.#caseCodes.get(text);
    if (first !== undefined) this.#fail("case-code-twice", row, "case_code", text, { first: String(first) });
    // A copy of its own: a slice would keep the whole piece of the file in memory.
    else this.#caseCodes.set(Buffer.from(text, "latin1").toString("latin1"), row.number);
    return text;
  }

  #date(row: Row): string {
    const wasBroken = this.#broken;
    const cell = this.#cell(row, "identified_on");
    const key = typeof cell === "object" ? cell.serial : cell;
    const seen = key === undefined ? undefined : this.#dates.get(key);
    if (seen !== undefined) return seen;
    if (isBlank(cell)) {
      if (this.#broken === wasBroken) this.#fail("value-missing", row, "identified_on");
      return "";
    }
    const date = readDate(cell, this.#context.from1904);
    if (date === undefined) this.#fail("bad-date", row, "identified_on", textOf(cell));
    else if (Number(date.slice(0, 4)) !== this.#context.year) this.#fail("year-differs", row, "identified_on", date);
    else if (key !== undefined && this.#dates.size < 20_000) this.#dates.set(key, date);
    return date ?? "";
  }

  #decode(id: RecordColumnId, text: string): Coded {
    const memory = this.#coded.get(id);
    const known = memory?.get(text);
    if (known) return known;
    const column = columnOfId.get(id);
    const list = column?.list ?? "";
    const codes: string[] = [];
    const unknown: string[] = [];
    let repaired: string | undefined;
    const take = (label: string): boolean => {
      const found = this.#labels.resolve(list, label);
      if (found && !codes.includes(found.code)) codes.push(found.code);
      repaired ??= found?.repaired;
      return found !== undefined;
    };
    if (!take(text)) {
      const parts = column?.several ? text.split(/[;|\n]/).map((part) => part.trim()).filter(Boolean) : [text];
      for (const part of parts) {
        if (parts.length > 1 && take(part)) continue;
        const smaller = column?.several ? part.split(/[,/+]| y | and /).map((each) => each.trim()).filter(Boolean) : [part];
        const resolvable = smaller.length > 1 && smaller.some((each) => this.#labels.resolve(list, each));
        for (const each of resolvable ? smaller : [part]) if (!take(each)) unknown.push(each);
      }
    }
    const coded = { codes, unknown, ...(repaired === undefined ? {} : { repaired }) };
    if (memory && memory.size < 50_000) memory.set(text, coded);
    return coded;
  }

  #codes(row: Row, id: RecordColumnId, mayBeBlank: boolean): readonly string[] | undefined {
    if (this.#at[id] === -1) return undefined;
    const wasBroken = this.#broken;
    const cell = this.#cell(row, id);
    const text = textOf(cell);
    if (text === "") {
      if (!mayBeBlank && this.#broken === wasBroken) this.#fail("value-missing", row, id);
      return nothing;
    }
    const { codes, unknown, repaired } = this.#decode(id, text);
    for (const label of unknown) {
      this.#unmapped.add(columnOfId.get(id)?.list ?? "", label);
      this.#fail("unknown-label", row, id, label);
    }
    if (repaired !== undefined && this.#unmapped.firstRepair(text)) this.#note("broken-letters", row, id, text, { read: repaired });
    return codes;
  }

  #one(row: Row, id: RecordColumnId): string {
    const codes = this.#codes(row, id, false);
    return codes === undefined ? "_U" : (codes[0] ?? "");
  }

  #several(row: Row, id: RecordColumnId, mayBeBlank = false): readonly string[] {
    return this.#codes(row, id, mayBeBlank) ?? nothing;
  }

  #sex(row: Row): string {
    const code = this.#one(row, "sex");
    const text = textOf(row.cells[this.#at.sex]);
    if (text.length !== 1) return code;
    const letter = text.toLowerCase();
    if (letter === "h") this.#sexLetters.h = true;
    else if (letter === "m" && !this.#labels.isMapped("sex", text)) this.#sexLetters.m ||= row.number;
    return code;
  }

  /** Ends the file: what only the whole column can show. H beside M leaves open whether M is 'mujer' or male. */
  end(): void {
    const { h, m } = this.#sexLetters;
    if (!h || m === 0) return;
    this.#unmapped.add("sex", "M");
    this.#note("ambiguous-letter", { number: m, cells: [] }, "sex", "M");
  }

  #age(row: Row): { ageGroup: string; age?: number } {
    const text = this.#at.age !== -1 ? textOf(this.#cell(row, "age")) : "";
    const given = this.#at.age_group !== -1 ? this.#codes(row, "age_group", text !== "") : undefined;
    const group = given?.[0];
    if (text === "") {
      if (given === undefined && !this.#broken) this.#fail("value-missing", row, "age");
      return { ageGroup: group ?? "" };
    }
    const age = /^\d{1,3}(?:[.,]0+)?$/.test(text) ? Math.trunc(Number(text.replace(",", "."))) : Number.NaN;
    if (!(age <= 120)) {
      if (this.#labels.resolve("ageGroup", text)?.code === "_U") return { ageGroup: group ?? "_U" };
      this.#fail("bad-age", row, "age", text);
      return { ageGroup: group ?? "" };
    }
    const fromAge = age < 18 ? "MINOR" : "ADULT";
    if (group === undefined || group === "_U") return { ageGroup: fromAge, age };
    if (this.#isMinor.get(group) !== (age < 18) || !fits(group, age)) this.#fail("age-differs", row, "age", text, { group });
    return { ageGroup: group, age };
  }

  #mainForm(row: Row, forms: readonly string[]): string {
    const given = this.#codes(row, "main_form", true);
    const main = given?.[0];
    const hasForms = this.#at.forms !== -1;
    if (main === undefined) {
      if (forms.length === 1) return forms[0] ?? "_U";
      if (!hasForms && given !== undefined && !this.#broken) this.#fail("value-missing", row, "main_form");
      else if (forms.length > 1 && given !== undefined) this.#note("main-form-open", row, "main_form");
      return "_U";
    }
    if (hasForms && forms.length > 0 && !forms.includes(main) && !forms.some((form) => this.#within(form, main) || this.#within(main, form)))
      this.#fail("main-form-differs", row, "main_form", main);
    return main;
  }

  /** A narrower form lies within the broader one that it is counted into. */
  #within(narrow: string, broad: string): boolean {
    const forms = this.#context.methodology.codeLists.find((list) => list.id === "formOfExploitation")?.codes;
    return forms?.find((each) => each.code === narrow)?.parent === broad;
  }

  #consistency(row: Row, { ageGroup, forms, citizenship, scope }: Pick<VictimRecord, "ageGroup" | "forms" | "citizenship" | "scope">): void {
    if (this.#isMinor.get(ageGroup) === false) {
      const childForm = forms.find((form) => form === "SEX_CSEC" || form === "SEX_CSAM" || form === "LAB_CHILD");
      if (childForm !== undefined) this.#fail("minor-differs", row, "forms", childForm);
    }
    const isForeign = citizenship !== this.#context.country && citizenship !== "_U";
    if (scope === "INTERNAL" && isForeign && this.#at.citizenship !== -1) this.#note("scope-differs", row, "scope");
  }
}

/** Whether an age lies in a band such as A09_17 or N60_PLUS; broad groups are settled by majority alone. */
function fits(group: string, age: number): boolean {
  const band = /^[AN](\d\d)_(\d\d|PLUS)$/.exec(group);
  if (!band) return true;
  return age >= Number(band[1]) && (band[2] === "PLUS" || age <= Number(band[2]));
}
