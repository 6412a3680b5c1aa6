import { Form, Link } from "react-router";
import { Button, useLanguage, useWords } from "#web";
import { planningIndicatorWords } from "#words";
import { EvidenceLine } from "../../progress/pages/evidence-line.tsx";
import type { Trace, TraceEnd } from "../trace.ts";

/** Traces in one direction. With `ends`, each carries the act that ends it. */
export function TraceList({ title, traces, ends = false, isBack = false }: { title: string; traces: readonly Trace[]; ends?: boolean; isBack?: boolean }) {
  const words = useWords(planningIndicatorWords).traces;
  if (traces.length === 0) return null;
  return (
    <>
      <h3 className="mt-6 text-h3 font-semibold">{title}</h3>
      <ul className="border-t border-line">
        {traces.map((trace) => (
          <li key={trace.id} className="border-b border-line py-3">
            <span className="block text-small text-ink-soft">{isBack ? words.back : words.kinds[trace.kind]}</span>
            <TraceEndText end={trace.end} />
            {trace.label !== "" && <span className="block text-small">{trace.label}</span>}
            {ends && (
              <Form method="post" className="mt-2">
                <input type="hidden" name="intent" value="end" />
                <input type="hidden" name="trace" value={trace.id} />
                <Button kind="quiet" aria-label={words.endOf(trace.label === "" ? words.kinds[trace.kind] : trace.label)}>
                  {words.end}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is at the other end of a trace, with its link where the reader may go there. */
function TraceEndText({ end }: { end: TraceEnd }) {
  const words = useWords(planningIndicatorWords).traces;
  const language = useLanguage();
  switch (end.kind) {
    case "node":
      return (
        <Link to={`/${language}/workspace/plans/${end.node.plan}/nodes/${end.node.key}`} className="link">
          {`${end.node.code} ${end.node.title[language]}`.trim()}
        </Link>
      );
    case "agreement":
      return (
        <>
          <Link to={`/${language}/workspace/agreements/${end.number}`} className="link">
            {`${end.number}: ${end.title[language]}`}
          </Link>
          <Link to={`/${language}/workspace/plans/traces?agreement=${encodeURIComponent(end.number)}`} className="link ml-4 text-small">
            {words.page}
          </Link>
        </>
      );
    case "committee":
      return <>{end.name[language]}</>;
    case "proof":
      return end.proof.kind === "closed" ? <span className="text-ink-soft">{words.closed}</span> : <EvidenceLine evidence={[end.proof]} />;
    case "closed":
      return <span className="text-ink-soft">{words.closed}</span>;
  }
}
