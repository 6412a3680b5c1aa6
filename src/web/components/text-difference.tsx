import type { Language } from "#basics";
import { useLanguage } from "../language.ts";
import { inOrder } from "./document-blocks.tsx";

/** What changed from one text to another, line by line: `of` is the language of the text, the two words are the reader's. */
export function TextDifference({ lines, of, added, removed }: { lines: readonly { readonly kind: "same" | "gone" | "new"; readonly text: string }[]; of: Language; added: string; removed: string }) {
  const language = useLanguage();
  return (
    <div lang={of}>
      {inOrder(lines).map(({ key, each: { kind, text } }) => {
        if (kind === "same") {
          return (
            <p key={key} className="measure mt-2 pl-4">
              {text}
            </p>
          );
        }
        const isNew = kind === "new";
        return (
          <p key={key} className={`measure mt-2 border-l-4 pl-3 ${isNew ? "border-good bg-good-wash" : "border-bad bg-bad-wash"}`}>
            <span className="block text-small font-semibold" lang={language}>
              {isNew ? added : removed}
            </span>
            {isNew ? <ins className="no-underline">{text}</ins> : <del>{text}</del>}
          </p>
        );
      })}
    </div>
  );
}
