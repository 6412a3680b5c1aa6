import { isDay } from "#basics";
import { redirect } from "react-router";
import { write } from "#database";
import { Field, databaseContext, formProblems, formState, languageContext, memberIn, useWords } from "#web";
import { coalitionRegisterWords } from "#words";
import { addObserver } from "../observer.store.ts";
import type { Route } from "./+types/observer-new.ts";
import { BothFields } from "./both-fields.tsx";
import { bothSaid, neededProblems, said } from "./form-text.ts";
import { RegisterFrame } from "./register-frame.tsx";

/** The secretariat alone enters observers. */
export function loader({ request, context }: Route.LoaderArgs) {
  memberIn({ request, context }, ["secretariat"]);
  return null;
}

/** Enters the organisation, or says at the field what is wrong. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const form = await request.formData();
  const sinceOn = said(form, "sinceOn");
  const problems = {
    ...neededProblems(form, ["nameEs", "nameEn", "sourceEs", "sourceEn"]),
    ...(sinceOn !== "" && !isDay(sinceOn) ? { sinceOn: ["not-a-day"] } : {}),
    ...(said(form, "nameEs") !== "" && !/[a-z0-9].*[a-z0-9]/i.test(said(form, "nameEs")) ? { nameEs: ["needed"] } : {}),
  };
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const refusal = await write(context.get(databaseContext), actor, (tx) =>
    addObserver(tx, { name: bothSaid(form, "name"), ...(sinceOn === "" ? {} : { sinceOn }), source: bothSaid(form, "source") }),
  );
  if (refusal) return formProblems({ nameEs: [refusal] }, form);
  return redirect(`/${context.get(languageContext)}/workspace/coalition?done=observer-added`, 303);
}

/** The form that enters an observer organisation. */
export default function ObserverNew({ actionData }: Route.ComponentProps) {
  const all = useWords(coalitionRegisterWords);
  const words = all.observer;
  const form = formState(actionData, all.problems);
  return (
    <RegisterFrame title={words.title} lead={words.lead} save={words.save} form={form}>
      <BothFields form={form} name="name" label={words.name} />
      <Field {...form.field("sinceOn")} label={words.sinceOn} type="date" optional width="medium" />
      <BothFields form={form} name="source" label={all.source} help={all.sourceHelp} />
    </RegisterFrame>
  );
}
