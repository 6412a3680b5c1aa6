import { Form, redirect, useSearchParams } from "react-router";
import { formatCount, formatInstant } from "#basics";
import { read, write } from "#database";
import {
  Actions,
  Breadcrumbs,
  Button,
  DefinitionList,
  ErrorSummary,
  LinkButton,
  Notice,
  PageHeading,
  ProgressBar,
  StateTag,
  databaseContext,
  formRefusal,
  formState,
  languageContext,
  memberIn,
  memberOf,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { taskWords } from "#words";
import { retryTask, taskOf } from "../task.store.ts";
import { taskTones } from "./task-tone.ts";
import type { Route } from "./+types/task.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const keepers = ["secretariat", "administrator"] as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One task as the member may see it; another country's is not found. */
export async function loader(args: Route.LoaderArgs) {
  const member = memberOf(args);
  const { id } = args.params;
  const task = uuid.test(id) ? await read(args.context.get(databaseContext), member, (tx) => taskOf(tx, id)) : undefined;
  if (!task) throw notFound();
  const { result: _ids, ...shown } = task;
  return { task: shown, mayRetry: keepers.some((office) => office === member.office), seesPage: member.office !== "administrator" };
}

/** Tries a failed task again. */
export async function action(args: Route.ActionArgs) {
  const member = memberIn(args, keepers);
  const { id } = args.params;
  const form = await args.request.formData();
  if (!uuid.test(id)) throw notFound();
  const isRetried = await write(args.context.get(databaseContext), member, (tx) => retryTask(tx, id));
  if (!isRetried) return formRefusal("notFailed", form);
  return redirect(`/${args.context.get(languageContext)}/workspace/tasks/${id}?done=retry`, 303);
}

/** How far one piece of long work is, and what came of it. */
export default function TaskPage({ loaderData: { task, mayRetry, seesPage }, actionData }: Route.ComponentProps) {
  const words = useWords(taskWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const form = formState(actionData, { notFailed: words.notFailed });
  const isWaiting = task.state === "waiting" || task.state === "running";
  const parts = task.total > 0 ? { done: task.done, total: task.total } : {};
  return (
    <>
      <PageHeading
        title={task.title[language]}
        above={<Breadcrumbs way={[{ label: words.title, to: `/${language}/workspace/tasks` }, { label: task.title[language] }]} />}
      />
      <ErrorSummary form={form} />
      {query.get("done") === "retry" && isWaiting && <Notice tone="good">{words.retried}</Notice>}
      <ProgressBar label={words.progress} progress={{ state: task.state, ...parts, ...(task.step === null || task.state === "failed" ? {} : { note: task.step[language] }) }} />
      {task.state === "failed" && (
        <Notice tone="bad" title={words.problemTitle}>
          {task.problem !== null && <p>{task.problem[language]}</p>}
          {!mayRetry && <p className="mt-1">{words.askKeepers}</p>}
        </Notice>
      )}
      <div className="mt-8">
        <DefinitionList
          items={[
            { term: words.columns.state, detail: <StateTag tone={taskTones[task.state]}>{words.states[task.state]}</StateTag> },
            { term: words.asked, detail: formatInstant(task.createdAt, language) },
            { term: words.finished, detail: task.finishedAt === null || isWaiting ? words.notYet : formatInstant(task.finishedAt, language) },
            { term: words.attempts, detail: formatCount(task.attempts, language) },
          ]}
        />
      </div>
      <Actions>
        {task.page !== undefined && seesPage && (
          <LinkButton to={`/${language}${task.page}`} kind={task.state === "failed" && mayRetry ? "quiet" : "primary"}>
            {words.toPage}
          </LinkButton>
        )}
        <LinkButton kind="quiet" to={`/${language}/workspace/tasks`}>
          {words.back}
        </LinkButton>
      </Actions>
      {task.state === "failed" && mayRetry && (
        <Form method="post" className="mt-8">
          <Button>{words.retry}</Button>
          <p className="measure mt-2 text-small text-ink-soft">{words.retryHelp}</p>
        </Form>
      )}
    </>
  );
}
