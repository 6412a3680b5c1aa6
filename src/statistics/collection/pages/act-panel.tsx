import { Form, Link } from "react-router";
import { formatCount } from "#basics";
import { Button, type FieldState, LinkButton, Textarea, useLanguage, useWords } from "#web";
import { collectionWords, submissionWords } from "#words";
import { actWords, stateWords } from "../act-words.ts";
import { type Act, type SubmissionState, lifeCycle } from "../act.ts";
import { type ActRefusal, refusalText } from "../refusal.ts";

interface PanelProps {
  readonly root: string;
  readonly state: SubmissionState;
  readonly may: Readonly<Record<Act, "allowed" | ActRefusal>>;
  readonly reason: FieldState;
  readonly openReasons: number;
  readonly findings: { readonly errors: number; readonly openWarnings: number; readonly mayBeSubmitted: boolean } | undefined;
}

const order = ["submit", "sign", "take-back", "begin-review", "accept", "return", "reopen"] as const satisfies readonly Act[];

/** The acts of the acting person's office: what can be done now first, and what cannot with the reason beside it. */
export function ActPanel(props: PanelProps) {
  const words = useWords(submissionWords).acts;
  const mine = order.filter((act) => props.may[act] !== "not-yours");
  const now = mine.filter((act) => props.may[act] === "allowed" || props.may[act] === "same-person");
  const later = mine.filter((act) => !now.includes(act));
  if (mine.length === 0) return null;
  return (
    <section aria-label={words.title} className="mt-8 border-y border-line py-5 print:hidden">
      <h2 className="font-serif text-h3 font-semibold">{words.title}</h2>
      {now.length === 0 && <p className="measure mt-2 text-ink-soft">{words.none}</p>}
      <ul className="space-y-4">
        {now.map((act) => (
          <li key={act}>
            <OneAct act={act} {...props} />
          </li>
        ))}
        {later.length > 0 && (
          <li className="mt-4 flex flex-wrap items-start gap-x-4 gap-y-3">
            {later.map((act) => (
              <LaterAct key={act} act={act} />
            ))}
          </li>
        )}
      </ul>
      {now.some((act) => act === "submit" || act === "sign") && (
        <p className="measure mt-4 text-small text-ink-soft">{words.twoPersons}</p>
      )}
    </section>
  );
}

function OneAct({ act, root, may, reason, findings, openReasons }: PanelProps & { act: Act }) {
  const words = useWords(submissionWords).acts;
  const language = useLanguage();
  const { button, consequence } = actWords[act];
  const refusal = may[act];
  const blocked = act === "submit" && findings !== undefined && !findings.mayBeSubmitted;
  return (
    <div className="mt-4 sm:grid sm:grid-cols-[16rem_1fr] sm:items-start sm:gap-6">
      {act === "sign" && refusal === "allowed" ? (
        <LinkButton to={`${root}/sign`} className="w-full">
          {words.toSign}
        </LinkButton>
      ) : act === "return" ? (
        <LinkButton kind="quiet" to={`${root}/return`} className="w-full">
          {button[language]}
        </LinkButton>
      ) : (
        <Form method="post" action={root} id={`act-${act}`}>
          <input type="hidden" name="act" value={act} />
          <Button
            className="w-full"
            kind={act === "submit" || act === "accept" || act === "begin-review" ? "primary" : "quiet"}
            disabled={refusal !== "allowed" || blocked}
            aria-describedby={`why-${act}`}
          >
            {button[language]}
          </Button>
        </Form>
      )}
      <div id={`why-${act}`} className="measure mt-2 sm:mt-2.5">
        {refusal !== "allowed" ? (
          refusalText(refusal)[language]
        ) : blocked ? (
          <Blocked root={root} {...findings} />
        ) : (
          consequence[language]
        )}
        {act === "submit" && openReasons > 0 && (
          <p className="mt-1 text-caution">
            {words.unanswered(formatCount(openReasons, language))}{" "}
            <Link to={`${root}/remarks`} className="link">
              {words.toRemarks}
            </Link>
          </p>
        )}
        {act === "reopen" && (
          <Textarea {...reason} form="act-reopen" label={words.reopenReason} help={words.reopenHelp} rows={2} />
        )}
      </div>
    </div>
  );
}

/** Why sending is not possible yet, with the way to the report. */
function Blocked({
  root,
  errors,
  openWarnings,
}: {
  root: string;
  errors: number;
  openWarnings: number;
  mayBeSubmitted: boolean;
}) {
  const words = useWords(submissionWords);
  const board = useWords(collectionWords).board;
  const language = useLanguage();
  const counts = [
    ...(errors > 0 ? [board.errors(formatCount(errors, language))] : []),
    ...(openWarnings > 0 ? [board.warnings(formatCount(openWarnings, language))] : []),
  ];
  if (counts.length === 0) return refusalText("nothing-entered")[language];
  return (
    <>
      {counts.join(". ")}.{" "}
      <Link to={`${root}/validation`} className="link">
        {words.tabs.validation}
      </Link>
    </>
  );
}

/** An act of this office whose time has not come: shown, disabled, and when it will be possible. */
function LaterAct({ act }: { act: Act }) {
  const words = useWords(submissionWords).acts;
  const language = useLanguage();
  const states = lifeCycle[act].from.map((state) => stateWords[state][language].toLocaleLowerCase(language));
  return (
    <div className="max-w-[20rem]">
      <Button type="button" kind="quiet" disabled aria-describedby={`when-${act}`}>
        {actWords[act].button[language]}
      </Button>
      <p id={`when-${act}`} className="mt-1 text-small text-ink-soft">
        {words.possibleWhen(new Intl.ListFormat(language, { type: "disjunction" }).format(states))}
      </p>
    </div>
  );
}
