import { Form, Link, data, redirect, useSearchParams } from "react-router";
import { formatDate, formatInstant } from "#basics";
import { read, write } from "#database";
import {
  Actions,
  Breadcrumbs,
  Button,
  DefinitionList,
  ErrorSummary,
  Notice,
  PageHeading,
  ProgressBar,
  Section,
  Steps,
  formProblems,
  formRefusal,
  formState,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { collectionWords, releaseWords } from "#words";
import { requestBuild } from "../jobs.ts";
import { publish, releaseRefusalText, signOff } from "../publish.store.ts";
import { releaseAddress } from "./release-address.ts";
import { askedRelease, collectionThere } from "./release-asked.ts";
import { Approvals, Risks, StaleNotice } from "./release-checklist.tsx";
import { ProtectionReport, ReleaseFiles } from "./release-inside.tsx";
import { PublishPart } from "./release-publish.tsx";
import { Versions } from "./release-versions.tsx";
import { releaseView } from "./release-view.ts";
import type { Route } from "./+types/release.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Where a collection's release stands, for the secretariat. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, collection, language } = askedRelease(args);
  return read(database, actor, async (tx) => {
    const found = await collectionThere(tx, collection);
    return { collection: found, ...(await releaseView(tx, found, language)) };
  });
}

/** Asks for the preparation, answers for a point, or publishes. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, collection, language } = askedRelease(args);
  const form = await args.request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const act = text("act");
  const refuse = (refusal: keyof typeof releaseRefusalText) => {
    if (refusal === "not-yours") throw data(null, { status: 403 });
    if (refusal === "no-collection") throw notFound();
    return formRefusal(releaseRefusalText[refusal][language], form);
  };
  if (act === "build") {
    const refusal = await write(database, actor, (tx) => requestBuild(tx, actor, collection));
    if (refusal) return refuse(refusal);
  } else if (act === "sign-off") {
    const field = text("field");
    if (text(field) === "") return formProblems({ [field]: ["answerMissing"] }, form);
    const refusal = await write(database, actor, (tx) => signOff(tx, actor, collection, text("item"), text(field)));
    if (refusal) return refuse(refusal);
  } else if (act === "publish") {
    if (text("confirm") !== "yes") return formProblems({ confirm: ["confirmMissing"] }, form);
    const refusal = await publish(database, actor, collection, text("manifest"));
    if (refusal) return refuse(refusal);
  } else throw notFound();
  return redirect(`${releaseAddress(language, collection)}?done=${act}`, 303);
}

/** The release of a year: what it waits for, its preparation, its checklist, its protection, and its publication. */
export default function Release({ loaderData, actionData }: Route.ComponentProps) {
  const { collection, waiting, hasNew, task, candidate, versions, publicPage } = loaderData;
  const words = useWords(releaseWords);
  const lists = useWords(collectionWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const form = formState(actionData, { confirmMissing: words.publish.confirmMissing, answerMissing: words.risks.missing });
  const year = String(collection.year);
  const isBuilding = task?.state === "waiting" || task?.state === "running";
  const open = candidate ? candidate.approvals.filter(({ done }) => !done).length + candidate.risks.filter(({ done }) => !done).length + Number(candidate.isStale) : 0;
  const title = isBuilding
    ? words.title.building(year)
    : candidate
      ? open === 0
        ? words.title.complete(year)
        : words.title.open(open, year)
      : hasNew
        ? waiting.length > 0
          ? words.title.waiting(waiting.length, year)
          : words.title.ready(year)
        : words.title.published(year);
  const place = candidate ? (open === 0 ? 3 : 2) : hasNew ? (waiting.length > 0 ? 0 : 1) : 4;
  const done = query.get("done");
  const board = `/${language}/workspace/collections/${collection.id}`;
  return (
    <>
      <PageHeading
        title={title}
        tab={`${words.crumb} ${year}`}
        lead={words.lead}
        above={
          <Breadcrumbs way={[{ label: lists.title, to: `/${language}/workspace/collections` }, { label: `${lists.topic} ${year}`, to: board }, { label: words.crumb }]} />
        }
      />
      {collection.exercise && <Notice title={lists.exercise}>{words.exercise}</Notice>}
      <Steps label={words.steps.label} steps={[words.steps.accept, words.steps.prepare, words.steps.approve, words.steps.publish]} current={place} />
      {(done === "build" ? isBuilding : done === "sign-off" || done === "publish") && actionData === undefined && <Notice tone="good">{words.done[done as keyof typeof words.done]}</Notice>}
      <ErrorSummary form={form} />
      {waiting.length > 0 && hasNew && (
        <Section title={words.waiting.title} lead={words.waiting.lead}>
          <ul className="columns-1 border-y border-line py-3 sm:columns-2">
            {waiting.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <p className="mt-3">
            <Link to={board} className="link">
              {words.waiting.link}
            </Link>
          </p>
        </Section>
      )}
      {candidate?.isStale && !isBuilding && <StaleNotice />}
      {hasNew && <BuildPart task={task} isFirst={candidate === undefined} isStale={candidate?.isStale ?? false} isWaiting={waiting.length > 0} />}
      {candidate && (
        <>
          <Section title={words.candidate.title} lead={words.candidate.lead}>
            <DefinitionList
              items={[
                { term: words.candidate.version, detail: String(candidate.version) },
                { term: words.candidate.builtAt, detail: formatInstant(candidate.builtAt, language) },
                { term: words.candidate.publishOn, detail: formatDate(candidate.publishedOn, language) },
                { term: words.candidate.methodology, detail: candidate.methodology },
                {
                  term: words.candidate.mark,
                  detail: (
                    <>
                      <code className="block text-small break-all">{candidate.manifestSha256}</code>
                      <span className="text-small text-ink-soft">{words.candidate.markHelp}</span>
                    </>
                  ),
                },
              ]}
            />
          </Section>
          <Approvals collection={collection.id} lines={candidate.approvals} />
          <Risks lines={candidate.risks} form={form} />
          {candidate.protection && <ProtectionReport summary={candidate.protection} tallies={candidate.tallies} />}
          <ReleaseFiles collection={collection.id} version={candidate.version} areas={candidate.tallies} drawings={candidate.drawings} others={candidate.others} />
          <PublishPart year={year} candidate={candidate} isBuilding={isBuilding} confirm={form.field("confirm")} />
        </>
      )}
      {versions.length > 0 && <Versions collection={collection.id} lines={versions} publicPage={publicPage} />}
    </>
  );
}

/** The preparation: its progress, why the last one failed, and the button. */
function BuildPart({
  task,
  isFirst,
  isStale,
  isWaiting,
}: Pick<Route.ComponentProps["loaderData"], "task"> & { isFirst: boolean; isStale: boolean; isWaiting: boolean }) {
  const words = useWords(releaseWords).build;
  const language = useLanguage();
  const isOpen = task?.state === "waiting" || task?.state === "running";
  return (
    <Section id="build" title={words.title} lead={isFirst ? words.lead : undefined}>
      {task && isOpen && (
        <ProgressBar
          label={words.progress}
          progress={{ state: task.state, ...(task.total > 0 ? { done: task.done, total: task.total } : {}), ...(task.step === null ? {} : { note: task.step[language] }) }}
        />
      )}
      {task?.state === "failed" && (
        <Notice tone="bad" title={words.failed}>
          {task.problem?.[language]}
        </Notice>
      )}
      {task && task.state !== "done" && (
        <p className="mt-3">
          <Link to={`/${language}/workspace/tasks/${task.id}`} className="link text-small">
            {words.task}
          </Link>
        </p>
      )}
      <Form method="post">
        <input type="hidden" name="act" value="build" />
        <Actions>
          <Button kind={isFirst || isStale ? "primary" : "quiet"} disabled={isOpen || isWaiting}>
            {isFirst ? words.submit : words.again}
          </Button>
          <span className="text-small text-ink-soft">{isOpen ? words.reasons.open : isWaiting ? words.reasons.waiting : isFirst ? "" : words.againHelp}</span>
        </Actions>
      </Form>
    </Section>
  );
}
