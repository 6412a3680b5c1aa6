import { Outlet, data, redirect, useLocation, useSearchParams } from "react-router";
import { formatCount, formatDate } from "#basics";
import { read, write } from "#database";
import {
  Breadcrumbs,
  ErrorSummary,
  Notice,
  PageHeading,
  StateTag,
  Steps,
  TabLinks,
  formProblems,
  formRefusal,
  formState,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { collectionWords, submissionWords } from "#words";
import { accept } from "../accept.store.ts";
import { stateWords } from "../act-words.ts";
import { type Act, type SubmissionState, capabilities } from "../act.ts";
import { beginReview } from "../begin-review.store.ts";
import { deadlineText, nextStep } from "../board.ts";
import { daysBetween } from "../collection.ts";
import { refusalText } from "../refusal.ts";
import { openReasons } from "../remark.ts";
import { remarksOf } from "../remark.store.ts";
import { reopen } from "../reopen.store.ts";
import { submit } from "../submit.store.ts";
import { takeBack } from "../take-back.store.ts";
import { validationReport } from "../validation-report.store.ts";
import { ActPanel } from "./act-panel.tsx";
import { textOf } from "./form-text.ts";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission, today } from "./submission-asked.ts";
import { stateTones } from "./submission-tone.ts";
import type { Route } from "./+types/submission-frame.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The head of a submission: where it stands, who acts next, and what the acting person may do. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, name, collection, submission, language } = await askedSubmission(args);
  const may = capabilities(actor, submission);
  const isAtCountry = submission.state === "draft" || submission.state === "returned";
  const { report, open } = await read(database, actor, async (tx) => ({
    // The report tells why sending is not possible yet; it is asked only where somebody could send.
    report:
      isAtCountry && actor.country !== undefined ? await validationReport(tx, of.collection, of.country, today()) : undefined,
    open: openReasons(await remarksOf(tx, of)).length,
  }));
  return {
    of,
    collection,
    name: name[language],
    state: submission.state,
    round: submission.round,
    daysLeft: daysBetween(today(), collection.deadline),
    next: nextStep(submission.state).text[language],
    may,
    openReasons: open,
    isOwn: actor.country !== undefined,
    findings: report && { errors: report.errors, openWarnings: report.openWarnings, mayBeSubmitted: report.mayBeSubmitted },
  };
}

/** The acts that need no page of their own. */
const acts = {
  submit: (tx, actor, of) => submit(tx, actor, of, new Date()),
  "take-back": (tx, actor, of) => takeBack(tx, actor, of),
  "begin-review": (tx, actor, of) => beginReview(tx, actor, of),
  accept: (tx, actor, of) => accept(tx, actor, of),
  reopen: (tx, actor, of, reason) => reopen(tx, actor, of, reason),
} as const satisfies Partial<Record<Act, (...values: [...Parameters<typeof takeBack>, string]) => ReturnType<typeof takeBack>>>;

/** Does one act, and leads back with a sentence that says what happened. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, of, language } = await askedSubmission(args);
  const form = await args.request.formData();
  const act = textOf(form, "act");
  if (!(act in acts)) throw notFound();
  const name = act as keyof typeof acts; // it is among them
  const reason = textOf(form, "reason").trim();
  if (name === "reopen" && reason === "") return formProblems({ reason: ["needsReason"] }, form);
  const refusal = await write(database, actor, (tx) => acts[name](tx, actor, of, reason));
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal) return formRefusal(refusalText(refusal)[language], form);
  return redirect(`${submissionAddress(language, of)}?done=${name}`, 303);
}

const way = [
  "draft",
  "submitted",
  "signed",
  "under-review",
  "accepted",
  "released",
] as const satisfies readonly SubmissionState[];

/** The step that is open in a state: what was submitted waits for its signature, what was signed for its review. */
const stepOf = {
  draft: 0,
  returned: 0,
  submitted: 2,
  signed: 3,
  "under-review": 3,
  accepted: 5,
  released: 6,
} as const satisfies Record<SubmissionState, number>;

/** The frame of a submission's pages: head, way, acts where they belong, and its parts as links. */
export default function SubmissionFrame({ loaderData, actionData }: Route.ComponentProps) {
  const { of, collection, name, state, round, daysLeft, may } = loaderData;
  const words = useWords(submissionWords);
  const lists = useWords(collectionWords);
  const language = useLanguage();
  const { pathname } = useLocation();
  const [query] = useSearchParams();
  const root = submissionAddress(language, of);
  const part = pathname.slice(root.length + 1);
  const form = formState(actionData, { needsReason: words.acts.needsReason });
  const done = query.get("done");
  const isReturned = state === "returned";
  const board = `/${language}/workspace/collections/${collection.id}`;
  const parts = [
    "figures",
    ...(loaderData.isOwn ? (["enter", "file"] as const) : []),
    "validation",
    "remarks",
    "differences",
    "history",
  ] as const;
  if (part === "sign" || part === "return") return <Outlet />;
  return (
    <>
      <PageHeading
        title={words.title(name, String(collection.year))}
        above={
          <Breadcrumbs
            way={[
              { label: lists.title, to: `/${language}/workspace/collections` },
              { label: `${lists.topic} ${collection.year}`, to: board },
              { label: name },
            ]}
          />
        }
      />
      {collection.exercise && <Notice title={lists.exercise}>{lists.exerciseNote}</Notice>}
      <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-1">
        <StateTag tone={stateTones[state]}>{stateWords[state][language]}</StateTag>
        <span>
          {loaderData.next} · {deadlineText(daysLeft, state)[language]} ({formatDate(collection.deadline, language)})
        </span>
        {round > 1 && <span className="text-ink-soft">{words.round(formatCount(round, language))}</span>}
      </p>
      <div className={part === "" ? undefined : "hidden sm:block"}>
        <Steps
          label={words.stepsLabel}
          steps={way.map((step) => (isReturned && step === "draft" ? words.returnedStep : words.steps[step]))}
          current={stepOf[state]}
        />
      </div>
      {isDone(done, words.done) && actionData === undefined && <Notice tone="good">{words.done[done]}</Notice>}
      <ErrorSummary form={form} />
      {(part === "" || part === "validation") && (
        <ActPanel
          root={root}
          may={may}
          state={state}
          reason={form.field("reason")}
          openReasons={loaderData.openReasons}
          findings={loaderData.findings}
        />
      )}
      <TabLinks
        label={words.tabsLabel}
        tabs={parts.map((each) => ({
          to: each === "figures" ? root : `${root}/${each}`,
          label:
            each === "remarks" && loaderData.openReasons > 0
              ? `${words.tabs[each]} (${loaderData.openReasons})`
              : words.tabs[each],
          isCurrent: each === "figures" ? part === "" : part === each || part.startsWith(`${each}/`),
        }))}
      />
      <Outlet />
    </>
  );
}

function isDone<Words extends object>(done: string | null, words: Words): done is Extract<keyof Words, string> {
  return done !== null && Object.hasOwn(words, done);
}
