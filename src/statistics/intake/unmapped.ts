import { fold } from "./fold.ts";
import { identityKindOf } from "./identity-value.ts";
import type { LabelBook, UnmappedLabel } from "./label.ts";

const most = 300;

/** Gathers the words of a file that no list knows, each once with its count. */
export class UnmappedLog {
  readonly #seen = new Map<string, { list: string; label: string; count: number }>();
  readonly #repairs = new Set<string>();

  /** Notes one word. Words that look like identity are counted as '•••'. */
  add(list: string, label: string): void {
    const shown = identityKindOf(label) ? "•••" : label.slice(0, 80);
    const key = `${list}\n${fold(shown)}`;
    const known = this.#seen.get(key);
    if (known) known.count++;
    else if (this.#seen.size < most) this.#seen.set(key, { list, label: shown, count: 1 });
  }

  /** True the first time that a text with broken letters was guessed. */
  firstRepair(text: string): boolean {
    if (this.#repairs.has(text) || this.#repairs.size >= most) return false;
    this.#repairs.add(text);
    return true;
  }

  /** The unknown words with suggestions, the most frequent first. */
  list(labels: LabelBook): UnmappedLabel[] {
    return [...this.#seen.values()]
      .toSorted((a, b) => b.count - a.count)
      .map(({ list, label, count }) => ({ list, label, count, suggestions: list === "sex" && label === "M" ? ["F", "M"] : labels.suggest(list, label) }));
  }
}
