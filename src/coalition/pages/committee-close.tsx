import { redirect } from "react-router";
import { read, write } from "#database";
import {
  Field,
  RadioGroup,
  databaseContext,
  formProblems,
  formRefusal,
  formState,
  languageContext,
  memberIn,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { coalitionRegisterWords } from "#words";
import { closeCommittee, committees } from "../committee.store.ts";
import type { Route } from "./+types/committee-close.ts";
import { BothFields } from "./both-fields.tsx";
import { bothOrNone, pairProblems, said } from "./form-text.ts";
import { RegisterFrame } from "./register-frame.tsx";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The committee that would close. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const committee = (await read(context.get(databaseContext), actor, committees)).find(({ id }) => id === params.id);
  if (!committee) throw notFound();
  return { name: committee.name };
}

/** Closes the committee, or says what is wrong. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const form = await request.formData();
  const state = (["delivered", "dissolved"] as const).find((each) => each === said(form, "state"));
  const deliverable = bothOrNone(form, "deliverable");
  const problems = {
    ...pairProblems(form, ["deliverable"], 1000),
    ...(state === undefined ? { state: ["needed"] } : {}),
    ...(state === "delivered" && deliverable === undefined ? { deliverableEs: ["needed"] } : {}),
  };
  if (state === undefined || Object.keys(problems).length > 0) return formProblems(problems, form);
  const refusal = await write(context.get(databaseContext), actor, (tx) =>
    closeCommittee(tx, params.id, { state, on: said(form, "on"), ...(deliverable === undefined ? {} : { deliverable }) }),
  );
  if (refusal === "not-a-day") return formProblems({ on: [refusal] }, form);
  if (refusal) return formRefusal(refusal, form);
  return redirect(`/${context.get(languageContext)}/workspace/coalition?done=committee-closed`, 303);
}

/** The form that closes a committee. */
export default function CommitteeClose({ loaderData: { name }, actionData }: Route.ComponentProps) {
  const all = useWords(coalitionRegisterWords);
  const words = all.committee;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  return (
    <RegisterFrame title={words.closeTitle(name[language])} lead={words.closeLead} save={words.closeSave} form={form}>
      <RadioGroup
        {...form.field("state")}
        label={words.state}
        choices={(["delivered", "dissolved"] as const).map((value) => ({ value, label: words.states[value] }))}
      />
      <Field {...form.field("on")} label={words.on} type="date" width="medium" />
      <BothFields form={form} name="deliverable" label={words.deliverable} help={words.deliverableHelp} optional />
    </RegisterFrame>
  );
}
