import { Form, Link, redirect } from "react-router";
import { dayOf, formatDate } from "#basics";
import { read } from "#database";
import { Actions, Button, DataTable, ErrorSummary, LinkButton, Section, StateTag, Textarea, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { motionNumbers } from "../decision.store.ts";
import { planOf, versionsOf } from "../node.store.ts";
import { beginRevision } from "../plan-act.store.ts";
import { proposeNextPlan } from "../propose.store.ts";
import { planRefusalText, writePlan } from "../refusal.ts";
import { asked, keepers, neededProblems, said } from "./plan-asked.ts";
import { PlanHeading } from "./plan-heading.tsx";
import { planHead, planPath } from "./plan-view.ts";
import type { Route } from "./+types/plan-versions.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The versions of a plan, each with its decision. Members alone see meetings and motions. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language, isKeeper } = asked(args);
  return read(database, actor, async (tx) => {
    const plan = await planOf(tx, args.params.plan);
    if (!plan) throw notFound();
    const versions = await versionsOf(tx, plan.id);
    const numbers = await motionNumbers(tx, versions.flatMap(({ motion }) => (motion === null ? [] : [motion])));
    return {
      head: planHead({ plan }, language),
      isKeeper,
      isRecord: plan.isRecord,
      // Where every draft was discarded, the newest is taken up again.
      mayRevise: isKeeper && plan.draft === null,
      isAbandoned: plan.draft === null && plan.version === null,
      mayDiscard: actor.office === "secretariat" && plan.draft !== null,
      mayPropose: isKeeper && plan.kind === "operational" && plan.version !== null,
      versions: versions.map((each) => ({
        version: each.version,
        state: each.state,
        reason: each.discarded?.reason ?? each.reason[language],
        discardedOn: each.discarded === null ? null : formatDate(dayOf(each.discarded.at), language),
        meeting: each.decidedIn,
        day: each.decidedOn === null ? null : formatDate(each.decidedOn, language),
        motion: each.motion === null ? null : (numbers.get(each.motion) ?? null),
      })),
    };
  });
}

/** Begins a revision, or proposes the plan of the next year. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, keepers);
  const { plan } = args.params;
  const form = await args.request.formData();
  if (said(form, "intent") === "propose") {
    const next = await writePlan(database, actor, (tx) => proposeNextPlan(tx, actor, plan));
    if (next === "not-yours") throw forbidden();
    return typeof next === "string" ? formRefusal(planRefusalText(next, language), form) : redirect(planPath(language, next.id, "/edit"), 303);
  }
  const problems = neededProblems(form, ["reasonEs", "reasonEn"], 1000);
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const begun = await writePlan(database, actor, (tx) => beginRevision(tx, actor, plan, { es: said(form, "reasonEs"), en: said(form, "reasonEn") }));
  if (begun === "not-yours") throw forbidden();
  if (begun === "unknown-plan") throw notFound();
  return typeof begun === "string" ? formRefusal(planRefusalText(begun, language), form) : redirect(planPath(language, plan, "/edit"), 303);
}

const tones = { draft: "caution", approved: "good", superseded: "neutral", discarded: "neutral" } as const;

/** The versions of a plan and what leads to the next. */
export default function PlanVersions({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.versions;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const { head, versions, isKeeper, isRecord } = loaderData;
  const decision = ({ meeting, day, motion, state, discardedOn }: (typeof versions)[number]) => {
    if (discardedOn !== null) return words.discardedOn(discardedOn);
    if (state === "draft") return words.notYet;
    if (meeting === null) return isRecord ? words.record : "–";
    const held = day === null ? words.decidedIn(meeting) : words.decidedOn(meeting, day);
    return (
      <>
        <Link className="link" to={`/${language}/workspace/meetings/${meeting}`}>
          {held}
        </Link>
        {motion !== null && `, ${words.motion(String(motion))}`}
      </>
    );
  };
  return (
    <>
      <PlanHeading plan={head} tab="versions" title={`${words.title}: ${head.title}`} lead={words.lead} isKeeper={isKeeper} />
      <ErrorSummary form={form} />
      <div className="mt-10">
        <DataTable
          caption={words.title}
          hideCaption
          rows={versions}
          rowKey={({ version }) => String(version)}
          columns={[
            { id: "version", head: words.version("").trim(), kind: "row-head", cell: ({ version }) => words.version(String(version)) },
            { id: "state", head: words.state, cell: ({ state }) => <StateTag tone={tones[state]}>{all.states[state]}</StateTag> },
            { id: "decided", head: words.decided, kind: "long", cell: decision },
            { id: "reason", head: words.reason, kind: "long", cell: ({ reason }) => reason || "–" },
            {
              id: "see",
              head: words.see,
              kind: "long",
              cell: ({ version }) => (
                <span className="flex flex-wrap gap-x-4">
                  <Link className="link" to={planPath(language, head.id, `?version=${version}`)}>
                    {words.see}
                  </Link>
                  {version > 1 && (
                    <Link className="link" to={planPath(language, head.id, `/versions/${version}`)}>
                      {words.changes}
                    </Link>
                  )}
                </span>
              ),
            },
          ]}
        />
      </div>
      {isKeeper && head.hasDraft && (
        <Actions>
          <LinkButton to={planPath(language, head.id, "/edit")}>{words.toDraft}</LinkButton>
          {loaderData.mayDiscard && (
            <LinkButton kind="quiet" to={planPath(language, head.id, "/discard")}>
              {all.discard.title}
            </LinkButton>
          )}
        </Actions>
      )}
      {loaderData.mayRevise && (
        <Section title={loaderData.isAbandoned ? words.resume : words.revise} lead={loaderData.isAbandoned ? words.resumeHelp : words.reviseHelp}>
          <Form method="post">
            <input type="hidden" name="intent" value="revise" />
            <Textarea {...form.field("reasonEs")} label={words.reasonEs} rows={2} maxLength={1000} />
            <Textarea {...form.field("reasonEn")} label={words.reasonEn} rows={2} maxLength={1000} />
            <Actions>
              <Button>{loaderData.isAbandoned ? words.resume : words.begin}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      {loaderData.mayPropose && (
        <Section title={words.next} lead={words.nextHelp}>
          <Form method="post">
            <input type="hidden" name="intent" value="propose" />
            <Button kind="quiet">{words.propose}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}
