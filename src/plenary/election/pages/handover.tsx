import { Form, redirect } from "react-router";
import { formatDate, formatInstant } from "#basics";
import { depositRefusalText, documentOf } from "#archive";
import { read, write } from "#database";
import {
  Actions,
  Breadcrumbs,
  Button,
  ErrorSummary,
  type FormState,
  LinkButton,
  Notice,
  PageHeading,
  Section,
  Steps,
  Textarea,
  forbidden,
  formProblems,
  formRefusal,
  formState,
  notFound,
  originContext,
  useLanguage,
  useWords,
} from "#web";
import { plenaryHandoverWords } from "#words";
import { type Handover, stepOf } from "../handover.ts";
import { handoverFacts } from "../handover-fact.store.ts";
import { depositHandover } from "../handover-file.store.ts";
import { handOver, handoverOf, receiveHandover, writeHandover } from "../handover.store.ts";
import type { Route } from "./+types/handover.ts";
import { asked, leaders, said } from "./election-asked.ts";
import { Checklist } from "./handover-checklist.tsx";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const readers = ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator"] as const;

/** One handover; its checklist is of today until it is handed over. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database } = asked(args, readers);
  if (!isKey(args.params.id)) throw notFound();
  const found = await read(database, actor, async (tx) => {
    const handover = await handoverOf(tx, args.params.id);
    if (!handover) return undefined;
    const facts = handover.handedAt === undefined ? await handoverFacts(tx, handover) : handover.checklist;
    const document = handover.document === undefined ? undefined : await documentOf(tx, handover.document);
    return { handover, facts, ...(document === undefined ? {} : { number: document.number }) };
  });
  if (!found) throw notFound();
  const keeps = actor.office === found.handover.office || actor.office === "secretariat";
  return { ...found, keeps, receives: actor.office === found.handover.office, leads: leaders.includes(actor.office), isDone: args.url.searchParams.has("done") };
}

function isKey(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Saves the report, hands over, receives or deposits, as the button says. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, leaders);
  const form = await args.request.formData();
  const { id } = args.params;
  if (!isKey(id)) throw notFound();
  const report = said(form, "report");
  if (report.length > 60_000) return formProblems({ report: ["too-long"] }, form);
  const word = await act();
  if (word === "unknown-handover") throw notFound();
  if (word === "report-missing") return formProblems({ report: [word] }, form);
  // The archive's own refusals come with their sentence; the words of the handover are said by the page.
  if (isDepositRefusal(word)) return formRefusal(depositRefusalText[word][language], form);
  if (!["written", "handed", "received", "filed"].includes(word)) return formRefusal(word, form);
  return redirect(`/${language}/workspace/handover/${id}?done=${word}`, 303);

  async function act(): Promise<string> {
    switch (said(form, "intent")) {
      case "save":
        return write(database, actor, (tx) => writeHandover(tx, id, report, versionIn(form)));
      case "hand":
        return write(database, actor, async (tx) => {
          // What stands in the form is handed over, not an older text.
          const saved = await writeHandover(tx, id, report, versionIn(form));
          const handover = await handoverOf(tx, id);
          return saved === "written" && handover ? handOver(tx, id, await handoverFacts(tx, handover)) : saved;
        });
      case "receive":
        return write(database, actor, (tx) => receiveHandover(tx, id));
      case "file":
        return depositHandover(database, actor, id, args.context.get(originContext));
      default:
        throw forbidden();
    }
  }
}

function isDepositRefusal(word: string): word is Exclude<keyof typeof depositRefusalText, "not-yours"> {
  return word !== "not-yours" && Object.hasOwn(depositRefusalText, word);
}

function versionIn(form: FormData): number {
  const version = Number(said(form, "version"));
  return Number.isInteger(version) && version >= 0 && version < 1_000_000 ? version : -1;
}

/** The report and the checklist, and the act that comes next for the reader. */
export default function HandoverPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryHandoverWords);
  const language = useLanguage();
  const { handover, facts, leads, number } = loaderData;
  const form = formState(actionData, words.problems);
  const step = stepOf(handover);
  const places = { writing: 0, handed: 2, received: 3, filed: 4 } as const;
  return (
    <>
      <PageHeading
        title={words.one.title(words.offices[handover.office])}
        lead={`${words.one.lead(handover.from, handover.to)} ${words.periodText(formatDate(handover.periodFrom, language), formatDate(handover.periodUntil, language))}.`}
        above={<Breadcrumbs way={[{ label: words.title, to: `/${language}/workspace/handover` }, { label: words.offices[handover.office] }]} />}
      />
      <Steps label={words.stepsLabel} steps={words.way} current={places[step]} />
      {loaderData.isDone && actionData === undefined && <Notice tone="good" title={words.done} />}
      <ErrorSummary form={form} />
      <Section title={words.one.report}>
        {step === "writing" && loaderData.keeps ? (
          <Writing handover={handover} form={form} isChanged={actionData?.refusal === "changed-meanwhile"} />
        ) : (
          <div className="measure whitespace-pre-line">{handover.report === "" ? words.one.reportNone : handover.report}</div>
        )}
        {handover.handedAt && <p className="measure mt-4">{words.one.handedBy(handover.handedBy ?? "", formatInstant(handover.handedAt, language))}</p>}
        {handover.receivedAt && <p className="measure mt-1">{words.one.receivedBy(handover.receivedBy ?? "", formatInstant(handover.receivedAt, language))}</p>}
        {step === "handed" && loaderData.receives && <Act intent="receive" help={words.one.receiveHelp} act={words.one.receive} />}
        {step === "received" && leads && <Act intent="file" help={words.one.fileHelp} act={words.one.file} />}
        {number !== undefined && (
          <Actions>
            <LinkButton kind="quiet" to={`/${language}/workspace/archive/${number}`}>
              {words.one.toArchive}
            </LinkButton>
          </Actions>
        )}
        {leads && (
          <Actions>
            <LinkButton kind="quiet" to={`/${language}/workspace/plans/handover?office=${handover.office}&day=${handover.periodUntil}`}>
              {words.one.toPlans}
            </LinkButton>
          </Actions>
        )}
      </Section>
      <Checklist facts={facts} isFixed={handover.handedAt !== undefined} />
    </>
  );
}

function Writing({ handover, form, isChanged }: { handover: Handover; form: FormState; isChanged: boolean }) {
  const words = useWords(plenaryHandoverWords);
  return (
    <Form method="post" noValidate>
      {isChanged && (
        <Notice tone="caution" title={words.saved}>
          <span className="whitespace-pre-line">{handover.report}</span>
        </Notice>
      )}
      <input type="hidden" name="version" value={handover.version} />
      <Textarea {...form.field("report", handover.report)} label={words.one.report} help={words.one.reportHelp} rows={16} />
      <p className="measure mt-4 text-ink-soft">{words.one.handHelp}</p>
      <Actions>
        <Button name="intent" value="save">
          {words.one.save}
        </Button>
        <Button kind="quiet" name="intent" value="hand">
          {words.one.hand}
        </Button>
      </Actions>
    </Form>
  );
}

function Act({ intent, help, act }: { intent: string; help: string; act: string }) {
  return (
    <Form method="post" className="mt-6">
      <p className="measure text-ink-soft">{help}</p>
      <Actions>
        <Button name="intent" value={intent}>
          {act}
        </Button>
      </Actions>
    </Form>
  );
}
