import { Form, Link, redirect } from "react-router";
import { read } from "#database";
import { Actions, Button, DataTable, EmptyState, ErrorSummary, Field, LinkButton, Notice, Section, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { planOf, responsibleOf, treeOf } from "../node.store.ts";
import { retitlePlan } from "../plan-act.store.ts";
import { readiness } from "../readiness.ts";
import { planRefusalText, writePlan } from "../refusal.ts";
import { childKinds, weighable } from "../tree.ts";
import { trimmed } from "../weight.ts";
import { asked, keepers, neededProblems, said } from "./plan-asked.ts";
import { PlanHeading } from "./plan-heading.tsx";
import { nodeName, planHead, planPath } from "./plan-view.ts";
import { PartCell } from "./tree-table.tsx";
import type { Route } from "./+types/plan-edit.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The draft of a plan with what it still lacks. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, keepers);
  return read(database, actor, async (tx) => {
    const plan = await planOf(tx, args.params.plan);
    if (!plan) throw notFound();
    const nodes = plan.draft === null ? [] : await treeOf(tx, plan.id, plan.draft);
    const lacks = readiness(nodes, plan.draft === null ? new Map() : await responsibleOf(tx, plan.id, plan.draft));
    const depths = new Map<string, number>();
    const name = (key: string | null) => {
      const node = nodes.find((each) => each.key === key);
      return node ? nodeName(node, language) : null;
    };
    return {
      head: planHead({ plan }, language),
      title: plan.title,
      isDone: new URL(args.request.url).searchParams.has("done"),
      topWeighs: weighable(nodes, null).length > 0,
      lines: nodes.map((node) => {
        const depth = node.parent === null ? 0 : (depths.get(node.parent) ?? 0) + 1;
        depths.set(node.key, depth);
        return {
          key: node.key,
          depth,
          kind: node.kind,
          name: nodeName(node, language),
          weight: node.weight === null ? null : trimmed(node.weight),
          mayAdd: childKinds[node.kind].length > 0,
          weighs: weighable(nodes, node.key).length > 0,
        };
      }),
      lacks: {
        isEmpty: lacks.blocking === "plan-is-empty",
        weightless: lacks.weightless.map(name),
        unscheduled: lacks.unscheduled.length,
        unanswered: lacks.unanswered.length,
      },
    };
  });
}

/** Changes the title of the plan. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, keepers);
  const form = await args.request.formData();
  const problems = neededProblems(form, ["titleEs", "titleEn"], 300);
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const refusal = await writePlan(database, actor, (tx) => retitlePlan(tx, actor, args.params.plan, { es: said(form, "titleEs"), en: said(form, "titleEn") }));
  if (refusal === "not-yours") throw forbidden();
  if (refusal) return formRefusal(planRefusalText(refusal, language), form);
  return redirect(planPath(language, args.params.plan, "/edit?done"), 303);
}

/** The draft as a tree with the way to every form. */
export default function PlanEdit({ loaderData: { head, title, lines, lacks, isDone, topWeighs }, actionData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.edit;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const to = (rest: string) => planPath(language, head.id, rest);
  if (!head.hasDraft) {
    return (
      <>
        <PlanHeading plan={head} tab="edit" isKeeper />
        <EmptyState title={words.noDraft}>{words.noDraftDetail}</EmptyState>
        <Actions>
          <LinkButton to={to("/versions")}>{words.toVersions}</LinkButton>
        </Actions>
      </>
    );
  }
  const lacking = [
    ...(lacks.isEmpty ? [words.empty] : []),
    ...lacks.weightless.map((part) => words.weightless(part ?? "")),
    ...(lacks.unscheduled > 0 ? [words.unscheduled(lacks.unscheduled)] : []),
    ...(lacks.unanswered > 0 ? [words.unanswered(lacks.unanswered)] : []),
  ];
  return (
    <>
      <PlanHeading plan={head} tab="edit" title={words.title(head.title)} lead={words.lead} isKeeper />
      {isDone && <Notice tone="good" title={words.saved} />}
      <ErrorSummary form={form} />
      <Actions>
        <LinkButton to={to("/edit/add")}>{words.addTop}</LinkButton>
        {topWeighs && (
          <LinkButton kind="quiet" to={to("/edit/weights")}>
            {words.topWeights}
          </LinkButton>
        )}
      </Actions>
      <Section title={words.parts}>
        <DataTable
          caption={words.parts}
          hideCaption
          rows={lines}
          rowKey={(line) => line.key}
          columns={[
            { id: "part", head: all.tree.part, kind: "row-head", cell: (line) => <PartCell line={line}>{line.name}</PartCell> },
            { id: "weight", head: all.tree.weight, kind: "number", cell: (line) => (line.weight === null ? "–" : all.percent(line.weight)) },
            {
              id: "change",
              head: words.acts,
              kind: "long",
              cell: (line) => (
                <span className="flex flex-wrap gap-x-4">
                  <Link className="link" to={to(`/edit/nodes/${line.key}`)} aria-label={words.changeOf(line.name)}>
                    {words.change}
                  </Link>
                  {line.mayAdd && (
                    <Link className="link" to={to(`/edit/add?parent=${line.key}`)} aria-label={words.addTo(line.name)}>
                      {words.add}
                    </Link>
                  )}
                  {line.weighs && (
                    <Link className="link" to={to(`/edit/weights?parent=${line.key}`)} aria-label={words.weightsOf(line.name)}>
                      {words.weights}
                    </Link>
                  )}
                </span>
              ),
            },
          ]}
        />
      </Section>
      <Section title={words.ready}>
        {lacking.length === 0 ? (
          <p>{words.readyNone}</p>
        ) : (
          <ul className="measure list-disc pl-6">
            {lacking.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {!lacks.isEmpty && (
          <Actions>
            <LinkButton kind="quiet" to={to("/approve")}>
              {words.approve}
            </LinkButton>
          </Actions>
        )}
      </Section>
      <Section title={words.retitle}>
        <Form method="post">
          <Field {...form.field("titleEs", title.es)} label={all.create.titleEs} maxLength={300} />
          <Field {...form.field("titleEn", title.en)} label={all.create.titleEn} maxLength={300} />
          <Actions>
            <Button kind="quiet">{words.retitleSubmit}</Button>
          </Actions>
        </Form>
      </Section>
    </>
  );
}
