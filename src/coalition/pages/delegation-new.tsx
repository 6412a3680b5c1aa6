import { dayOf } from "#basics";
import { Form, redirect } from "react-router";
import { read, write } from "#database";
import {
  Actions,
  Breadcrumbs,
  Button,
  ErrorSummary,
  Field,
  LinkButton,
  PageHeading,
  RadioGroup,
  Select,
  databaseContext,
  forbidden,
  formProblems,
  formRefusal,
  formState,
  languageContext,
  memberIn,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { coalitionContactWords, coalitionDelegationWords } from "#words";
import { crimes } from "../crime.ts";
import { type DelegationRefusal, keepsDelegation, ranks } from "../delegation.ts";
import { delegationAccounts, designate } from "../delegation.store.ts";
import { currentMembers } from "../member.store.ts";
import { delegationOffices } from "../navigation.ts";
import type { Route } from "./+types/delegation-new.ts";
import { said } from "./form-text.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The country, and the accounts that may be named. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, delegationOffices);
  if (!keepsDelegation(actor, params.code)) throw forbidden();
  return read(context.get(databaseContext), actor, async (tx) => {
    const country = (await currentMembers(tx)).find(({ code }) => code === params.code);
    if (!country) throw notFound();
    const accounts = await delegationAccounts(tx, params.code);
    return {
      country: { code: country.code, name: country.name },
      accounts: [...new Map(accounts.map((each) => [each.account, each])).values()].map(({ account, name }) => ({
        value: account,
        label: name,
      })),
      today: dayOf(new Date()),
    };
  });
}

const fieldOf: Partial<Record<DelegationRefusal, string>> = {
  "name-needed": "name",
  "not-a-day": "from",
  "before-the-current": "from",
  "not-in-delegation": "account",
};

/** Enters the designation, or says at the field what is wrong. */
export async function action({ request, params, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, delegationOffices);
  if (!keepsDelegation(actor, params.code)) throw forbidden();
  const form = await request.formData();
  const rank = ranks.find((each) => each === said(form, "rank"));
  const crime = crimes.find((each) => each === said(form, "crime"));
  const [account, name, note] = [said(form, "account"), said(form, "name"), said(form, "note")];
  const problems = {
    ...(rank === undefined ? { rank: ["rank-needed"] } : {}),
    ...(crime === undefined ? { crime: ["crime-needed"] } : {}),
    ...(name.length > 200 ? { name: ["too-long"] } : {}),
    ...(note.length > 200 ? { note: ["too-long"] } : {}),
  };
  if (rank === undefined || crime === undefined || Object.keys(problems).length > 0) return formProblems(problems, form);
  const refusal = await write(context.get(databaseContext), actor, async (tx) => {
    const holder =
      account === "" ? undefined : (await delegationAccounts(tx, params.code)).find((each) => each.account === account);
    if (account !== "" && holder === undefined) return "not-in-delegation" as const;
    return designate(tx, {
      country: params.code,
      crime,
      rank,
      ...(holder === undefined ? { name } : { account, name: holder.name }),
      from: said(form, "from"),
      ...(note === "" ? {} : { note }),
    });
  });
  const field = refusal && fieldOf[refusal];
  if (refusal) return field === undefined ? formRefusal(refusal, form) : formProblems({ [field]: [refusal] }, form);
  return redirect(`/${context.get(languageContext)}/workspace/coalition/delegations?done=designated`, 303);
}

/** The form that enters a designation. */
export default function DelegationNew({ loaderData: { country, accounts, today }, actionData }: Route.ComponentProps) {
  const all = useWords(coalitionDelegationWords);
  const { crimes: crimeNames } = useWords(coalitionContactWords);
  const words = all.form;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const list = `/${language}/workspace/coalition/delegations`;
  return (
    <>
      <PageHeading
        title={words.title(country.name[language])}
        lead={words.lead}
        above={<Breadcrumbs way={[{ label: all.title, to: list }, { label: all.designate }]} />}
      />
      <ErrorSummary form={form} />
      <Form method="post" noValidate>
        <RadioGroup
          {...form.field("rank")}
          label={words.rank}
          choices={ranks.map((value) => ({ value, label: all.ranks[value] }))}
        />
        <RadioGroup
          {...form.field("crime", "both")}
          label={words.crime}
          choices={crimes.map((value) => ({ value, label: crimeNames[value] }))}
        />
        <Select {...form.field("account")} label={words.account} help={words.accountHelp} optional options={accounts} />
        <Field {...form.field("name")} label={words.name} help={words.nameHelp} autoComplete="off" optional maxLength={200} />
        <Field {...form.field("from", today)} label={words.from} help={words.fromHelp} type="date" width="medium" />
        <Field {...form.field("note")} label={words.note} help={words.noteHelp} optional maxLength={200} />
        <Actions>
          <Button>{words.save}</Button>
          <LinkButton kind="quiet" to={list}>
            {words.cancel}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
