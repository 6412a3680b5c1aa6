import { Form, redirect } from "react-router";
import { committees } from "#coalition";
import { type Reading, read, write } from "#database";
import { Actions, Breadcrumbs, Button, ErrorSummary, Field, LinkButton, Notice, PageHeading, Section, Select, formProblems, formRefusal, formState, notFound, originContext, useLanguage, useWords } from "#web";
import type { Language } from "#basics";
import { planningIndicatorWords, planningProgressWords } from "#words";
import { plansOf, treeOf } from "../../plan/node.store.ts";
import { evidenceAddress } from "../../progress/evidence.ts";
import { formKey } from "../../progress/pages/act.ts";
import { asked, isKey, leaders, said } from "../../progress/pages/asked.ts";
import { nodeLabel } from "../../progress/pages/node-view.ts";
import { placeOf } from "../../progress/report.store.ts";
import { refusalText } from "../refusal.ts";
import { type TraceDraft, addTrace, endTrace, tracesOf } from "../trace.store.ts";
import { TraceList } from "./trace-list.tsx";
import type { Route } from "./+types/node-traces.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The traces of one place, and what they can lead to. For whoever leads. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args, leaders);
  const { plan, key } = args.params;
  return read(database, actor, async (tx) => {
    const place = isKey(key) ? await placeOf(tx, plan, key) : undefined;
    if (!place) throw notFound();
    return {
      id: crypto.randomUUID(),
      done: new URL(args.request.url).searchParams.get("done"),
      plan,
      key,
      planTitle: place.plan.title[language],
      code: place.node.code,
      label: nodeLabel(place.node, language),
      kindName: `${planningProgressWords[language].kinds[place.node.kind]} ${place.node.code}`.trim(),
      traces: await tracesOf(tx, actor, key),
      targets: await targetsOf(tx, key, language),
      committees: (await committees(tx)).map(({ id, name }) => ({ value: id, label: name[language] })),
    };
  });
}

/** The activities and indicators of every plan in force, those of the ten-year plan's indicators among them. */
async function targetsOf(tx: Reading, key: string, language: Language) {
  const targets: { value: string; label: string }[] = [];
  for (const plan of await plansOf(tx)) {
    if (plan.version === null) continue;
    for (const node of await treeOf(tx, plan.id, plan.version))
      if (node.key !== key && (node.kind === "indicator" || node.kind === "activity"))
        targets.push({ value: node.key, label: `${plan.id} · ${planningProgressWords[language].kinds[node.kind]} ${nodeLabel(node, language)}` });
  }
  return targets;
}

/** Adds a trace or ends one. */
export async function action(args: Route.ActionArgs) {
  const { actor, database, language } = asked(args, leaders);
  const { plan, key } = args.params;
  if (!isKey(key)) throw notFound();
  const form = await args.request.formData();
  const intent = said(form, "intent");
  const here = `/${language}/workspace/plans/${plan}/nodes/${key}/traces`;
  if (intent === "end") {
    const id = said(form, "trace");
    const refusal = await write(database, actor, (tx) => (isKey(id) ? endTrace(tx, actor, key, id) : Promise.resolve("unknown-trace" as const)));
    return refusal ? formRefusal(refusalText(refusal)[language], form) : redirect(`${here}?done=end`, 303);
  }
  if (intent !== "node" && intent !== "agreement" && intent !== "proof" && intent !== "committee") throw notFound();
  const draft = draftOf(form, intent, args.context.get(originContext));
  if ("problem" in draft) return formProblems({ [intent]: [draft.problem] }, form);
  const refusal = await write(database, actor, (tx) => addTrace(tx, actor, key, draft));
  if (refusal === "unknown-node") throw notFound();
  if (refusal === "unknown-target" || refusal === "to-itself" || refusal === "bad-address") return formProblems({ [intent]: [refusalText(refusal)[language]] }, form);
  return refusal ? formRefusal(refusalText(refusal)[language], form) : redirect(`${here}?done=add`, 303);
}

function draftOf(form: FormData, intent: "node" | "agreement" | "proof" | "committee", origin: string): TraceDraft | { readonly problem: string } {
  const typed = said(form, intent);
  const head = { id: formKey(form), label: said(form, `label:${intent}`) };
  switch (intent) {
    case "node":
      return isKey(typed) ? { ...head, kind: "node", target: typed } : { problem: "choose" };
    case "committee":
      return isKey(typed) ? { ...head, kind: "committee", committee: typed } : { problem: "choose" };
    case "agreement":
      return typed === "" ? { problem: "needed" } : { ...head, kind: "agreement", number: typed.toUpperCase() };
    case "proof": {
      if (typed === "") return { problem: "needed" };
      if (/^[A-Z0-9]+([.-][A-Z0-9]+)+$/i.test(typed) && !typed.includes("/")) return { ...head, kind: "proof", document: typed.toUpperCase() };
      const address = evidenceAddress(typed, origin);
      return address === undefined ? { problem: "bad-address" } : { ...head, kind: "proof", address };
    }
  }
}

/** Where whoever leads links a place to the agreement that it carries out, what it moves and what proves it. */
export default function NodeTraces({ loaderData, actionData }: Route.ComponentProps) {
  const { id, done, plan, key, planTitle, code, label, kindName, traces, targets, committees: all } = loaderData;
  const words = useWords(planningIndicatorWords).traces;
  const { plans } = useWords(planningProgressWords);
  const language = useLanguage();
  const form = formState(actionData, { choose: words.choose, needed: words.needed, "bad-address": refusalText("bad-address")[language] });
  const base = `/${language}/workspace/plans`;
  const here = `${base}/${plan}/nodes/${key}`;
  const head = (intent: string) => (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
    </>
  );
  const tail = (intent: string) => (
    <>
      <Field {...form.field(`label:${intent}`)} label={words.label} optional maxLength={400} />
      <Actions>
        <Button kind="quiet">{words.submit}</Button>
      </Actions>
    </>
  );
  return (
    <>
      <PageHeading
        title={words.pageTitle(code === "" ? label : code)}
        lead={words.pageLead}
        above={<Breadcrumbs way={[{ label: plans, to: base }, { label: planTitle, to: `${base}/${plan}` }, { label: kindName, to: here }, { label: words.page }]} />}
      />
      {actionData === undefined && (done === "add" || done === "end") && <Notice tone="good" title={words.done[done]} />}
      <ErrorSummary form={form} />
      <Section title={words.held}>
        {traces.onward.length === 0 && traces.back.length === 0 && <p className="text-ink-soft">{words.none}</p>}
        <TraceList title={words.back} traces={traces.back} isBack />
        <TraceList title={words.onward} traces={traces.onward} ends />
      </Section>
      <Section title={words.toAgreement}>
        <Form method="post">
          {head("agreement")}
          <Field {...form.field("agreement")} label={words.agreement} help={words.agreementHelp} maxLength={60} />
          {tail("agreement")}
        </Form>
      </Section>
      <Section title={words.toNode}>
        <Form method="post">
          {head("node")}
          <Select {...form.field("node")} label={words.node} options={targets} width="full" />
          {tail("node")}
        </Form>
      </Section>
      <Section title={words.toProof}>
        <Form method="post">
          {head("proof")}
          <Field {...form.field("proof")} label={words.proof} help={words.proofHelp} maxLength={2000} />
          {tail("proof")}
        </Form>
      </Section>
      <Section title={words.toCommittee}>
        <Form method="post">
          {head("committee")}
          <Select {...form.field("committee")} label={words.committee} options={all} width="full" />
          {tail("committee")}
        </Form>
      </Section>
      <Actions>
        <LinkButton kind="quiet" to={here}>
          {words.backToNode}
        </LinkButton>
      </Actions>
    </>
  );
}
