import { Link } from "react-router";
import { useLanguage, useWords } from "#web";
import { planningProgressWords } from "#words";
import type { ShownEvidence } from "../evidence.ts";

/** The evidence of a report, a step or a trace; what is not open to the reader is said to be there, without address. */
export function EvidenceLine({ evidence }: { evidence: readonly ShownEvidence[] }) {
  const words = useWords(planningProgressWords).evidence;
  const language = useLanguage();
  if (evidence.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-6 text-small">
      {evidence.map((each) => {
        if (each.kind === "closed")
          return (
            <span key={each.part} className="text-ink-soft">
              {words.closed}
            </span>
          );
        if (each.kind === "web")
          return (
            <a key={each.href} href={each.href} rel="noopener noreferrer nofollow" className="link">
              {words.web}
            </a>
          );
        const isPublic = !each.href.startsWith("/workspace/");
        return (
          <Link key={each.href} to={`/${language}${each.href}`} reloadDocument={isPublic} className="link">
            {each.kind === "document" ? words.document(each.number) : words.record}
          </Link>
        );
      })}
    </span>
  );
}
