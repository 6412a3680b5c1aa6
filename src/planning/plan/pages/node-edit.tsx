import { Form, redirect } from "react-router";
import { read } from "#database";
import { measures } from "#plenary";
import { Actions, Breadcrumbs, Button, ErrorSummary, LinkButton, PageHeading, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { planningPlanWords } from "#words";
import { directory } from "../directory.store.ts";
import { partyChoices, partyName, readParty } from "../directory.ts";
import { changeNode, moveNode, removeNode, shiftNode } from "../node-act.store.ts";
import { planOf, responsibleOf, treeOf } from "../node.store.ts";
import { planRefusalText, writePlan } from "../refusal.ts";
import { addPlanResponsible, removePlanResponsible } from "../responsible-act.store.ts";
import { belongsUnder, withDescendants } from "../tree.ts";
import { DraftClosed } from "./draft-closed.tsx";
import { readNode } from "./node-form.ts";
import { NodeFields } from "./node-fields.tsx";
import { NodePlace } from "./node-place.tsx";
import { NodeResponsible } from "./node-responsible.tsx";
import { asked, isKey, keepers, said } from "./plan-asked.ts";
import { nodeName, planPath } from "./plan-view.ts";
import type { Route } from "./+types/node-edit.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** One part of the draft: what it says, who answers and where it could stand. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, keepers);
  return read(database, actor, async (tx) => {
    const plan = await planOf(tx, args.params.plan);
    if (!plan) throw notFound();
    const shown = { id: plan.id, title: plan.title[language] };
    if (plan.draft === null) return { plan: shown, open: undefined };
    const nodes = await treeOf(tx, plan.id, plan.draft);
    const node = nodes.find(({ key }) => key === args.params.key);
    if (!node) throw notFound();
    const register = await directory(tx);
    const own = withDescendants(nodes, node.key);
    const places = nodes.filter((each) => !own.has(each.key) && each.key !== node.parent && belongsUnder(node.kind, each));
    const open = {
      node,
      name: nodeName(node, language),
      measures: measures.map(({ id, title }) => ({ value: id, label: title[language] })),
      parties: partyChoices(register, language),
      responsible: ((await responsibleOf(tx, plan.id, plan.draft)).get(node.key) ?? []).map((each) => ({ id: each.id, role: each.role, name: partyName(each, register, language) })),
      places: [
        ...(node.parent !== null && belongsUnder(node.kind, null) ? [{ value: "top", label: planningPlanWords[language].node.top }] : []),
        ...places.map((each) => ({ value: each.key, label: nodeName(each, language) })),
      ],
      weighs: node.weight !== null && Number(node.weight) > 0,
    };
    return { plan: shown, open };
  });
}

/** Changes, moves or removes the part, or who answers for it. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, keepers);
  const { plan, key } = args.params;
  if (!isKey(key)) throw notFound();
  const form = await args.request.formData();
  const intent = said(form, "intent");
  const shareOut = said(form, "shareOut") === "yes";
  const here = planPath(language, plan, `/edit/nodes/${key}`);
  const draft = planPath(language, plan, "/edit?done");

  if (intent === "change") {
    const kind = await read(database, actor, async (tx) => {
      const version = (await planOf(tx, plan))?.draft;
      return version === null || version === undefined ? "no-draft" : (await treeOf(tx, plan, version)).find((node) => node.key === key)?.kind;
    });
    if (!kind) throw notFound();
    if (kind === "no-draft") return answer(kind, draft);
    const given = readNode(form, kind);
    if ("problems" in given) return formProblems(given.problems, form);
    return answer(await writePlan(database, actor, (tx) => changeNode(tx, actor, plan, key, given.text)), draft);
  }
  if (intent === "up" || intent === "down") return answer(await writePlan(database, actor, (tx) => shiftNode(tx, actor, plan, key, intent === "up" ? -1 : 1)), draft);
  if (intent === "remove") return answer(await writePlan(database, actor, (tx) => removeNode(tx, actor, plan, key, shareOut)), draft);
  if (intent === "move") {
    const to = said(form, "to");
    if (to !== "top" && !isKey(to)) return formProblems({ to: ["choose"] }, form);
    return answer(await writePlan(database, actor, (tx) => moveNode(tx, actor, plan, key, to === "top" ? null : to, shareOut)), draft);
  }
  if (intent === "unname") {
    const id = said(form, "id");
    if (!isKey(id)) throw notFound();
    return answer(await writePlan(database, actor, (tx) => removePlanResponsible(tx, actor, plan, id)), here);
  }
  const party = readParty(said(form, "who"));
  if (!party || (party.committee !== null && !isKey(party.committee))) return formProblems({ who: ["choose"] }, form);
  const role = said(form, "role") === "supports" ? "supports" : "responsible";
  return answer(await writePlan(database, actor, (tx) => addPlanResponsible(tx, actor, plan, key, { ...party, role })), here);

  function answer(refusal: Awaited<ReturnType<typeof changeNode>>, to: string) {
    if (refusal === "not-yours") throw forbidden();
    return refusal ? formRefusal(planRefusalText(refusal, language), form) : redirect(to, 303);
  }
}

/** The forms of one part of the draft. */
export default function NodeEdit({ loaderData: { plan, open }, actionData }: Route.ComponentProps) {
  const all = useWords(planningPlanWords);
  const words = all.node;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  if (open === undefined) return <DraftClosed plan={plan} title={words.changeTitle(plan.title)} form={form} />;
  const { node, name } = open;
  const draft = planPath(language, plan.id, "/edit");
  // Only the form that was sent comes back as it was typed.
  const sent = actionData?.typed["intent"]?.[0];
  const fresh = formState(undefined);
  return (
    <>
      <PageHeading
        title={words.changeTitle(name)}
        tab={words.changeTitle(node.code || name)}
        lead={all.nodeKinds[node.kind]}
        above={<Breadcrumbs way={[{ label: all.title, to: `/${language}/workspace/plans` }, { label: plan.title, to: draft }, { label: name }]} />}
      />
      <ErrorSummary form={form} />
      <Form method="post">
        <input type="hidden" name="intent" value="change" />
        <NodeFields form={sent === "change" ? form : fresh} node={node} kind={node.kind} measures={open.measures} />
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={draft}>
            {words.cancel}
          </LinkButton>
        </Actions>
      </Form>
      <NodeResponsible form={sent === "name" ? form : fresh} responsible={open.responsible} parties={open.parties} />
      <NodePlace form={sent === "move" ? form : fresh} places={open.places} weighs={open.weighs} />
    </>
  );
}
