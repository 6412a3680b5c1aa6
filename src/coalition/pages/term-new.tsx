import { redirect } from "react-router";
import { read, write } from "#database";
import {
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
import { coalitionOrganWords, coalitionRegisterWords } from "#words";
import { currentMembers } from "../member.store.ts";
import { type TermRefusal, openOffices } from "../term.ts";
import { openTerm } from "../term.store.ts";
import type { Route } from "./+types/term-new.ts";
import { BothFields } from "./both-fields.tsx";
import { bothSaid, neededProblems, said } from "./form-text.ts";
import { RegisterFrame } from "./register-frame.tsx";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The members that can hold an office. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const members = await read(context.get(databaseContext), actor, currentMembers);
  return { members: members.map(({ code, name }) => ({ code, name })) };
}

/** Fields that a refusal is about; an overlap is about the whole form. */
const fieldOf: Partial<Record<TermRefusal, string>> = {
  "one-holder": "country",
  "not-a-member": "country",
  "not-a-day": "from",
  "ends-before-it-begins": "until",
};

/** Enters the term, or says what is wrong. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const form = await request.formData();
  const office = openOffices.find((each) => each === said(form, "office"));
  const problems = { ...neededProblems(form, ["sourceEs", "sourceEn"]), ...(office ? {} : { office: ["needed"] }) };
  if (office === undefined || Object.keys(problems).length > 0) return formProblems(problems, form);
  const [country, body, until, electedAt] = [
    said(form, "country"),
    said(form, "body"),
    said(form, "until"),
    said(form, "electedAt"),
  ];
  const opened = await write(context.get(databaseContext), actor, (tx) =>
    openTerm(tx, {
      office,
      ...(country === "" ? {} : { country }),
      ...(body === "" ? {} : { body }),
      from: said(form, "from"),
      ...(until === "" ? {} : { until }),
      ...(electedAt === "" ? {} : { electedAt }),
      source: bothSaid(form, "source"),
    }),
  );
  if ("id" in opened) return redirect(`/${context.get(languageContext)}/workspace/coalition?done=term-entered`, 303);
  const field = fieldOf[opened.refusal];
  return field === undefined ? formRefusal(opened.refusal, form) : formProblems({ [field]: [opened.refusal] }, form);
}

/** The form that enters a term of office. */
export default function TermNew({ loaderData: { members }, actionData }: Route.ComponentProps) {
  const all = useWords(coalitionRegisterWords);
  const words = all.term;
  const { offices } = useWords(coalitionOrganWords);
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  return (
    <RegisterFrame title={words.title} lead={words.lead} save={words.save} form={form}>
      <Select
        {...form.field("office")}
        label={words.office}
        options={openOffices.map((value) => ({ value, label: offices[value] }))}
      />
      <Select
        {...form.field("country")}
        label={words.country}
        help={words.countryHelp}
        optional
        options={members.map(({ code, name }) => ({ value: code, label: name[language] }))}
      />
      <Field {...form.field("body")} label={words.body} help={words.bodyHelp} optional maxLength={200} />
      <Field {...form.field("from")} label={words.from} type="date" width="medium" />
      <Field {...form.field("until")} label={words.until} help={words.untilHelp} type="date" width="medium" optional />
      <Field
        {...form.field("electedAt")}
        label={words.electedAt}
        help={words.electedAtHelp}
        width="medium"
        optional
        maxLength={60}
      />
      <BothFields form={form} name="source" label={all.source} help={all.sourceHelp} />
    </RegisterFrame>
  );
}
