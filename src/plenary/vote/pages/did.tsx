import { useSearchParams } from "react-router";
import { Notice, useWords } from "#web";
import { plenaryVoteWords } from "#words";

/** Says after an act what happened; the address carries the word of the act. */
export function Did() {
  const words: Readonly<Record<string, string>> = useWords(plenaryVoteWords).done;
  const [query] = useSearchParams();
  const did = query.get("did") ?? "";
  return Object.hasOwn(words, did) ? <Notice tone="good" title={words[did] ?? ""} /> : null;
}
