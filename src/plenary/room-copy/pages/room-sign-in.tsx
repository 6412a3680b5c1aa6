import { redirect } from "react-router";
import { countryName } from "#basics";
import { roomPeople, roomSignIn } from "#identity";
import { Actions, Button, ErrorSummary, Field, PageHeading, Select, databaseContext, formRefusal, formState, languageContext, notFound, safeReturn, useLanguage, useWords } from "#web";
import { plenaryRoomCopyWords } from "#words";
import { codeDigest, readRoomCode } from "../key.ts";
import { textOf } from "./room-asked.ts";
import type { Route } from "./+types/room-sign-in.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Who may enter this copy. On a main platform there is nothing at this address. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const people = await roomPeople(context.get(databaseContext));
  if (people.length === 0) throw notFound();
  return { to: new URL(request.url).searchParams.get("to") ?? "", people: people.map(({ account, name, country }) => ({ account, name, country: country === null ? null : countryName(country) })) };
}

/** Tries name and code; right, an ordinary session begins. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData();
  const language = context.get(languageContext);
  const words = plenaryRoomCopyWords[language].signIn;
  const account = textOf(form, "account");
  const typed = textOf(form, "code");
  if (account === "" || typed.trim() === "") return formRefusal(words.needed, form);
  const outcome = await roomSignIn(context.get(databaseContext), request, { account, code: readRoomCode(typed) }, codeDigest);
  if (outcome.kind === "refused") return formRefusal(words.wrong, form);
  if (outcome.kind === "wait") return formRefusal(words.wait(Math.max(1, Math.ceil((outcome.until.getTime() - Date.now()) / 60_000))), form);
  return redirect(safeReturn(textOf(form, "to"), `/${language}/workspace`), { status: 303, headers: outcome.value });
}

/** Nobody keeps a copy of this page. */
export function headers() {
  return { "Cache-Control": "private, no-store" };
}

/** The door of the copy in the room. */
export default function RoomSignIn({ loaderData: { people, to }, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryRoomCopyWords).signIn;
  const language = useLanguage();
  const form = formState(actionData);
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <ErrorSummary form={form} />
      <form method="post" noValidate>
        <input type="hidden" name="to" value={to} />
        <Select
          {...form.field("account")}
          label={words.name}
          width="full"
          options={people.map(({ account, name, country }) => ({ value: account, label: country === null ? name : `${country[language]}: ${name}` }))}
        />
        <Field {...form.field("code")} label={words.code} help={words.codeHelp} autoComplete="off" autoCapitalize="characters" spellCheck={false} width="medium" />
        <Actions>
          <Button>{words.action}</Button>
        </Actions>
      </form>
    </>
  );
}
