import { randomUUID } from "node:crypto";
import { Form, Link, redirect } from "react-router";
import { read } from "#database";
import { measures } from "#plenary";
import { Actions, Breadcrumbs, Button, ErrorSummary, LinkButton, PageHeading, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { addNode } from "../node-act.store.ts";
import { planOf, treeOf } from "../node.store.ts";
import { nodeKinds } from "../plan.ts";
import { planRefusalText, writePlan } from "../refusal.ts";
import { childKinds } from "../tree.ts";
import { DraftClosed } from "./draft-closed.tsx";
import { readNode } from "./node-form.ts";
import { NodeFields } from "./node-fields.tsx";
import { asked, isKey, keepers, said } from "./plan-asked.ts";
import { nodeName, planPath } from "./plan-view.ts";
import type { Route } from "./+types/node-add.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Where the new part will stand, and what may stand there. The address names parent and kind. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, keepers);
  const search = new URL(args.request.url).searchParams;
  const asksFor = search.get("parent");
  return read(database, actor, async (tx) => {
    const plan = await planOf(tx, args.params.plan);
    if (!plan) throw notFound();
    const shown = { id: plan.id, title: plan.title[language] };
    if (plan.draft === null) return { plan: shown, open: undefined };
    const nodes = await treeOf(tx, plan.id, plan.draft);
    const parent = asksFor === null ? null : nodes.find(({ key }) => key === asksFor);
    if (parent === undefined) throw notFound();
    const kinds = childKinds[parent?.kind ?? "top"];
    const siblings = nodes.filter((node) => node.parent === (parent?.key ?? null));
    const open = {
      parent: parent ? { key: parent.key, name: nodeName(parent, language) } : null,
      kinds,
      // The kind that the siblings have, unless the address chooses another.
      kind: kinds.find((kind) => kind === search.get("kind")) ?? kinds.find((kind) => kind === siblings.at(-1)?.kind) ?? kinds[0] ?? "activity",
      measures: measures.map(({ id, title }) => ({ value: id, label: title[language] })),
      key: randomUUID(),
    };
    return { plan: shown, open };
  });
}

/** Adds the part and goes back to the draft. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, keepers);
  const form = await args.request.formData();
  const kind = nodeKinds.find((each) => each === said(form, "kind"));
  const [parent, key] = [said(form, "parent"), said(form, "key")];
  if (!kind || !isKey(key) || (parent !== "" && !isKey(parent))) throw notFound();
  const given = readNode(form, kind);
  if ("problems" in given) return formProblems(given.problems, form);
  const answer = await writePlan(database, actor, (tx) => addNode(tx, actor, args.params.plan, parent === "" ? null : parent, kind, given.text, key));
  if (answer === "not-yours") throw forbidden();
  if (typeof answer === "string") return formRefusal(planRefusalText(answer, language), form);
  return redirect(planPath(language, args.params.plan, "/edit?done"), 303);
}

/** The form of a new part. What it is decides what is asked, so it is chosen first, by links. */
export default function NodeAdd({ loaderData: { plan, open }, actionData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.node;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  if (open === undefined) return <DraftClosed plan={plan} title={words.addTitle} form={form} />;
  const { parent, kinds, kind, measures: offered, key } = open;
  const draft = planPath(language, plan.id, "/edit");
  return (
    <>
      <PageHeading
        title={`${words.addTitle}: ${all.nodeKinds[kind]}`}
        lead={parent ? words.under(parent.name) : words.top}
        above={<Breadcrumbs way={[{ label: all.title, to: `/${language}/workspace/plans` }, { label: plan.title, to: draft }, { label: words.addTitle }]} />}
      />
      <nav aria-label={words.kind} className="mt-6">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {kinds.map((each) => (
            <li key={each}>
              <Link className="link" aria-current={each === kind ? "true" : undefined} to={`${draft}/add?${new URLSearchParams({ ...(parent ? { parent: parent.key } : {}), kind: each })}`}>
                {all.nodeKinds[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ErrorSummary form={form} />
      <Form method="post" key={kind}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="parent" value={parent?.key ?? ""} />
        <input type="hidden" name="key" value={form.field("key", key).value} />
        <NodeFields form={form} kind={kind} measures={offered} />
        <Actions>
          <Button>{words.submitAdd}</Button>
          <LinkButton kind="quiet" to={draft}>
            {words.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
