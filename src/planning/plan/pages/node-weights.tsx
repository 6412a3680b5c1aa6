import { Form, redirect } from "react-router";
import { read } from "#database";
import { Actions, Breadcrumbs, Button, ErrorSummary, Field, LinkButton, PageHeading, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { setWeights, shareOutWeights } from "../node-act.store.ts";
import { planOf, treeOf } from "../node.store.ts";
import { planRefusalText, writePlan } from "../refusal.ts";
import { weighable } from "../tree.ts";
import { readWeight, trimmed, weightSum } from "../weight.ts";
import { DraftClosed } from "./draft-closed.tsx";
import { asked, isKey, keepers, said } from "./plan-asked.ts";
import { nodeName, planPath } from "./plan-view.ts";
import type { Route } from "./+types/node-weights.ts";

function askedParent(request: Request): string | null {
  return new URL(request.url).searchParams.get("parent");
}

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The siblings under the parent that the address names, with their weights. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, keepers);
  const asksFor = askedParent(args.request);
  return read(database, actor, async (tx) => {
    const plan = await planOf(tx, args.params.plan);
    if (!plan) throw notFound();
    const shown = { id: plan.id, title: plan.title[language] };
    if (plan.draft === null) return { plan: shown, open: undefined };
    const nodes = await treeOf(tx, plan.id, plan.draft);
    const parent = asksFor === null ? null : nodes.find(({ key }) => key === asksFor);
    const siblings = weighable(nodes, parent?.key ?? null);
    if (parent === undefined || siblings.length === 0) throw notFound();
    const open = {
      where: parent ? nodeName(parent, language) : null,
      sum: weightSum(siblings.map(({ weight }) => weight))?.sum ?? null,
      siblings: siblings.map((node) => ({ key: node.key, name: nodeName(node, language), weight: node.weight === null ? "" : trimmed(node.weight) })),
    };
    return { plan: shown, open };
  });
}

/** Keeps all weights together, or shares them out equally; what is missing to 100 is said. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, keepers);
  const words = planningPlanWords[language].weights;
  const parent = askedParent(args.request);
  const { plan } = args.params;
  const form: FormData = await args.request.formData();
  const keys = form.getAll("node").filter((key): key is string => typeof key === "string" && isKey(key));
  const typed = new Map(keys.map((key) => [key, said(form, `w-${key}`)]));
  if (said(form, "intent") === "share") {
    const refusal = await writePlan(database, actor, (tx) => shareOutWeights(tx, actor, plan, parent));
    if (refusal === "not-yours") throw forbidden();
    if (refusal) return formRefusal(planRefusalText(refusal, language), form);
    return redirect(`${planPath(language, plan, "/edit/weights")}${parent === null ? "" : `?parent=${parent}`}`, 303);
  }
  const problems = Object.fromEntries(
    [...typed].flatMap(([key, text]): [string, string[]][] => (readWeight(text) === undefined ? [[`w-${key}`, [text === "" ? "needed" : "weight"]]] : [])),
  );
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const weights = new Map([...typed].map(([key, text]) => [key, readWeight(text) ?? "0"]));
  const answer = await writePlan(database, actor, (tx) => setWeights(tx, actor, plan, parent, weights));
  if (answer === "not-yours") throw forbidden();
  if (typeof answer === "string") return formRefusal(planRefusalText(answer, language), form);
  if (answer) return formRefusal(answer.missing.startsWith("-") ? words.over(answer.sum, answer.missing.slice(1)) : words.missing(answer.sum, answer.missing), form);
  return redirect(planPath(language, plan, "/edit?done"), 303);
}

/** One form for the weights of all siblings. */
export default function NodeWeights({ loaderData: { plan, open }, actionData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.weights;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  if (open === undefined) return <DraftClosed plan={plan} title={words.title} form={form} />;
  const { where, siblings, sum } = open;
  const draft = planPath(language, plan.id, "/edit");
  return (
    <>
      <PageHeading
        title={words.title}
        lead={words.lead(where ?? plan.title)}
        above={<Breadcrumbs way={[{ label: all.title, to: `/${language}/workspace/plans` }, { label: plan.title, to: draft }, { label: words.title }]} />}
      />
      <ErrorSummary form={form} />
      {sum !== null && <p className="mt-6">{words.sum(sum)}</p>}
      <p className="measure mt-2 text-small text-ink-soft">{words.help}</p>
      <Form method="post">
        {siblings.map(({ key, name, weight }) => (
          <div key={key}>
            <input type="hidden" name="node" value={key} />
            <Field {...form.field(`w-${key}`, weight)} label={name} inputMode="decimal" width="short" maxLength={8} />
          </div>
        ))}
        <Actions>
          <Button name="intent" value="keep">
            {words.submit}
          </Button>
          <Button kind="quiet" name="intent" value="share">
            {words.share}
          </Button>
          <LinkButton kind="quiet" to={draft}>
            {all.node.cancel}
          </LinkButton>
        </Actions>
        <p className="measure mt-2 text-small text-ink-soft">{words.shareHelp}</p>
      </Form>
    </>
  );
}
