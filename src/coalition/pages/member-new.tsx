import { redirect } from "react-router";
import { countryName, dayOf } from "#basics";
import { write } from "#database";
import {
  Field,
  RadioGroup,
  databaseContext,
  formProblems,
  formState,
  languageContext,
  memberIn,
  useLanguage,
  useWords,
} from "#web";
import { coalitionContactWords, coalitionRegisterWords } from "#words";
import type { MemberDraft, MemberRefusal } from "../member.ts";
import { addMember } from "../member.store.ts";
import type { Route } from "./+types/member-new.ts";
import { BothFields } from "./both-fields.tsx";
import { bothOrNone, bothSaid, neededProblems, pairProblems, said } from "./form-text.ts";
import { RegisterFrame } from "./register-frame.tsx";

/** The secretariat alone enters members. */
export function loader({ request, context }: Route.LoaderArgs) {
  memberIn({ request, context }, ["secretariat"]);
  return null;
}

const fieldOf = (refusal: MemberRefusal) => (refusal === "already-member" ? "code" : "joinedOn");

/** Enters the state, or says at the field what is wrong. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const form = await request.formData();
  const code = said(form, "code").toUpperCase();
  const isCountry = /^[A-Z]{3}$/.test(code) && countryName(code).es !== code;
  const problems = {
    ...neededProblems(form, ["nameEs", "nameEn", "mechanismEs", "mechanismEn", "sourceEs", "sourceEn"]),
    ...pairProblems(form, ["basis", "lead"]),
    ...(isCountry ? {} : { code: ["code-wrong"] }),
  };
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const basis = bothOrNone(form, "basis");
  const lead = bothOrNone(form, "lead");
  const draft: MemberDraft = {
    code,
    name: bothSaid(form, "name"),
    mechanism: bothSaid(form, "mechanism"),
    mechanismLanguage: said(form, "mechanismLanguage") === "en" ? "en" : "es",
    ...(basis === undefined ? {} : { basis }),
    ...(lead === undefined ? {} : { lead }),
    joinedOn: said(form, "joinedOn"),
    source: bothSaid(form, "source"),
  };
  const refusal = await write(context.get(databaseContext), actor, (tx) => addMember(tx, draft, dayOf(new Date())));
  if (refusal) return formProblems({ [fieldOf(refusal)]: [refusal] }, form);
  return redirect(`/${context.get(languageContext)}/workspace/coalition?done=member-added`, 303);
}

/** The form that enters a member: the tenth joins here, by data alone. */
export default function MemberNew({ actionData }: Route.ComponentProps) {
  const all = useWords(coalitionRegisterWords);
  const { languages } = useWords(coalitionContactWords);
  const words = all.member;
  const form = formState(actionData, all.problems);
  const language = useLanguage();
  return (
    <RegisterFrame title={words.title} lead={words.lead} save={words.save} form={form}>
      <Field
        {...form.field("code")}
        label={words.code}
        help={words.codeHelp}
        width="short"
        maxLength={3}
        autoCapitalize="characters"
      />
      <BothFields form={form} name="name" label={words.name} />
      <BothFields form={form} name="mechanism" label={words.mechanism} />
      <RadioGroup
        {...form.field("mechanismLanguage", language)}
        label={words.mechanismLanguage}
        choices={[
          { value: "es", label: languages.es },
          { value: "en", label: languages.en },
        ]}
      />
      <BothFields form={form} name="basis" label={words.basis} optional />
      <BothFields form={form} name="lead" label={words.authority} optional />
      <Field {...form.field("joinedOn")} label={words.joinedOn} help={words.joinedOnHelp} type="date" width="medium" />
      <BothFields form={form} name="source" label={all.source} help={all.sourceHelp} />
    </RegisterFrame>
  );
}
