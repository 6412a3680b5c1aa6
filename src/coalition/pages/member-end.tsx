import { dayOf } from "#basics";
import { redirect } from "react-router";
import { read, write } from "#database";
import {
  Field,
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
import { endMembership, memberRecord } from "../member.store.ts";
import type { Route } from "./+types/member-end.ts";
import { said } from "./form-text.ts";
import { RegisterFrame } from "./register-frame.tsx";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The member whose membership would end. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const member = await read(context.get(databaseContext), actor, (tx) => memberRecord(tx, params.code));
  if (!member) throw notFound();
  return { name: member.name };
}

/** Ends the membership, or says why not. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat"]);
  const form = await request.formData();
  const refusal = await write(context.get(databaseContext), actor, (tx) =>
    endMembership(tx, params.code, said(form, "leftOn"), dayOf(new Date())),
  );
  if (refusal === "already-left" || refusal === "unknown-member") return formRefusal(refusal, form);
  if (refusal) return formProblems({ leftOn: [refusal] }, form);
  return redirect(`/${context.get(languageContext)}/workspace/coalition?done=member-ended`, 303);
}

/** The form that ends a membership. */
export default function MemberEnd({ loaderData: { name }, actionData }: Route.ComponentProps) {
  const all = useWords(coalitionRegisterWords);
  const words = all.member;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  return (
    <RegisterFrame title={words.endTitle(name[language])} lead={words.endLead} save={words.endSave} form={form} danger>
      <Field {...form.field("leftOn")} label={words.leftOn} type="date" width="medium" />
    </RegisterFrame>
  );
}
