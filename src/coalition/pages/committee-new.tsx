import { redirect } from "react-router";
import { read, write } from "#database";
import {
  CheckboxGroup,
  Field,
  Select,
  databaseContext,
  formProblems,
  formRefusal,
  formState,
  languageContext,
  memberIn,
  useLanguage,
  useWords,
} from "#web";
import { coalitionRegisterWords } from "#words";
import type { CommitteeDraft, CommitteeRefusal } from "../committee.ts";
import { createCommittee } from "../committee.store.ts";
import { currentMembers } from "../member.store.ts";
import { observerOrganisations } from "../observer.store.ts";
import type { Route } from "./+types/committee-new.ts";
import { BothFields } from "./both-fields.tsx";
import { allSaid, bothOrNone, bothSaid, neededProblems, pairProblems, said } from "./form-text.ts";
import { RegisterFrame } from "./register-frame.tsx";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Who can volunteer and who can help. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  return read(context.get(databaseContext), actor, async (tx) => ({
    members: (await currentMembers(tx)).map(({ code, name }) => ({ code, name })),
    organisations: (await observerOrganisations(tx)).map(({ code, name }) => ({ code, name })),
  }));
}

const fieldOf: Partial<Record<CommitteeRefusal, string>> = {
  "name-needed": "nameEs",
  "mandate-needed": "mandateEs",
  "members-needed": "members",
  "not-a-member": "members",
  "coordinator-not-a-member": "coordinator",
  "unknown-organisation": "collaborators",
  "not-a-day": "dueOn",
  "due-before-creation": "dueOn",
};

/** Creates the committee, or says at the field what is wrong. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const form = await request.formData();
  const problems = {
    ...neededProblems(form, ["nameEs", "nameEn", "mandateEs", "mandateEn"], 2000),
    ...pairProblems(form, ["dueWords", "source"]),
  };
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const created = await write(context.get(databaseContext), actor, (tx) => createCommittee(tx, draftOf(form)));
  if ("id" in created) return redirect(`/${context.get(languageContext)}/workspace/coalition?done=committee-created`, 303);
  const field = fieldOf[created.refusal];
  return field === undefined ? formRefusal(created.refusal, form) : formProblems({ [field]: [created.refusal] }, form);
}

function draftOf(form: FormData): CommitteeDraft {
  const dueWords = bothOrNone(form, "dueWords");
  const source = bothOrNone(form, "source");
  const one = <Key extends string>(key: Key): { readonly [K in Key]?: string } =>
    said(form, key) === "" ? {} : ({ [key]: said(form, key) } as { readonly [K in Key]?: string }); // a computed key loses its name
  return {
    name: bothSaid(form, "name"),
    mandate: bothSaid(form, "mandate"),
    ...one("createdAtMeeting"),
    ...one("agreement"),
    ...one("createdOn"),
    ...one("dueOn"),
    ...one("coordinator"),
    ...(dueWords === undefined ? {} : { dueWords }),
    ...(source === undefined ? {} : { source }),
    members: allSaid(form, "members"),
    collaborators: allSaid(form, "collaborators"),
  };
}

/** The form that creates a working committee. */
export default function CommitteeNew({ loaderData: { members, organisations }, actionData }: Route.ComponentProps) {
  const all = useWords(coalitionRegisterWords);
  const words = all.committee;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const choices = (list: typeof members) => list.map(({ code, name }) => ({ value: code, label: name[language] }));
  return (
    <RegisterFrame title={words.title} lead={words.lead} save={words.save} form={form}>
      <BothFields form={form} name="name" label={words.name} />
      <BothFields form={form} name="mandate" label={words.mandate} long />
      <CheckboxGroup {...form.field("members")} label={words.members} choices={choices(members)} />
      <Select {...form.field("coordinator")} label={words.coordinator} optional options={choices(members)} />
      <CheckboxGroup {...form.field("collaborators")} label={words.collaborators} choices={choices(organisations)} />
      <Field
        {...form.field("createdAtMeeting")}
        label={words.meeting}
        help={words.meetingHelp}
        optional
        width="medium"
        maxLength={60}
      />
      <Field
        {...form.field("agreement")}
        label={words.agreement}
        help={words.agreementHelp}
        optional
        width="medium"
        maxLength={60}
      />
      <Field {...form.field("createdOn")} label={words.createdOn} type="date" optional width="medium" />
      <BothFields form={form} name="dueWords" label={words.dueWords} help={words.dueWordsHelp} optional />
      <Field {...form.field("dueOn")} label={words.dueOn} type="date" optional width="medium" />
      <BothFields form={form} name="source" label={all.source} help={all.sourceHelp} optional />
    </RegisterFrame>
  );
}
