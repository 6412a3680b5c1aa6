import { redirect } from "react-router";
import { z } from "zod";
import { countryName, formatInstant, offices } from "#basics";
import { read, write } from "#database";
import {
  Actions,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  Field,
  Notice,
  PageHeading,
  RadioGroup,
  Section,
  Select,
  StateTag,
  databaseContext,
  formProblems,
  formRefusal,
  formState,
  memberIn,
  useLanguage,
  useWords,
} from "#web";
import { identityWords, peopleWords, shellWords } from "#words";
import { doorOf } from "../door.ts";
import { invitationProblem, invitationState } from "../invitation.ts";
import { invite, inviteAgain, waitingInvitations, withdrawInvitation } from "../invitation.store.ts";
import { officesFor } from "../may.ts";
import { closeSessions, endOffice, memberCountries, people, resetSecondFactor } from "../people.store.ts";
import type { Route } from "./+types/people.ts";
import { textOf } from "./session-gate.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const blankIsNone = z
  .string()
  .trim()
  .transform((text) => text || null);
const Draft = z
  .object({
    email: z.string().trim().toLowerCase().min(1, "email-needed").pipe(z.email("email-wrong")),
    name: z.string().trim().min(1, "name-needed").max(120),
    office: z.enum(offices, "office-needed"),
    country: blankIsNone,
    organisation: blankIsNone,
    language: z.enum(["es", "en"]).default("es"),
  })
  .superRefine((draft, check) => {
    const problem = invitationProblem(draft);
    if (problem)
      check.addIssue({
        code: "custom",
        path: [problem === "organisation-needed" ? "organisation" : "country"],
        message: problem,
      });
  });

/** Everyone with an account, and the invitations that wait. */
export async function loader(asked: Route.LoaderArgs) {
  const member = memberIn(asked, officesFor("people.read"));
  return read(asked.context.get(databaseContext), member, async (tx) => {
    const [everyone, invitations, countries] = [await people(tx), await waitingInvitations(tx), await memberCountries(tx)];
    const now = new Date();
    const named = <Row extends { country: string | null }>(row: Row) => ({
      ...row,
      countryName: row.country === null ? undefined : countryName(row.country),
    });
    return {
      self: member.account,
      done: new URL(asked.request.url).searchParams.get("done"),
      everyone: everyone.map(named),
      invitations: invitations.map((each) => ({ ...named(each), isExpired: invitationState(each, now) === "expired" })),
      countries,
    };
  });
}

/** Invites, invites again, withdraws, ends an office, takes a second step away, closes sessions. */
export async function action(asked: Route.ActionArgs) {
  const { request, context } = asked;
  const member = memberIn(asked, officesFor("people.invite"));
  const database = context.get(databaseContext);
  const { origin } = doorOf(database);
  const form = await request.formData();
  const [act, which = ""] = textOf(form, "act").split(" ");
  const draft = act === "invite" ? Draft.safeParse(Object.fromEntries(form)) : undefined;
  if (draft && !draft.success) return formProblems(draft.error, form);

  const outcome = await write(database, member, (tx) => {
    if (draft) return invite(tx, member, draft.data, origin);
    if (act === "again") return inviteAgain(tx, member, which, origin);
    if (act === "withdraw") return withdrawInvitation(tx, which);
    if (act === "end-office") return endOffice(tx, member, which);
    if (act === "reset-second") return resetSecondFactor(tx, member, which);
    return closeSessions(tx, which);
  });
  return outcome in peopleWords.es.people.done
    ? redirect(`${new URL(request.url).pathname}?done=${outcome}`, 303)
    : formRefusal(outcome, form);
}

/** People and offices. */
export default function PeoplePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(peopleWords).people;
  const all = useWords(identityWords);
  const names = useWords(shellWords).officeNames;
  const language = useLanguage();
  const form = formState(actionData, all.problems);
  const { everyone, invitations, countries, self, done } = loaderData;
  const doneText = Object.entries(words.done).find(([key]) => key === done)?.[1];
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {doneText !== undefined && <Notice tone="good" title={doneText} />}
      <ErrorSummary form={form} />
      <Section title={words.list}>
        {everyone.length === 0 ? (
          <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
        ) : (
          <form method="post">
            <DataTable
              caption={words.list}
              hideCaption
              rows={everyone}
              rowKey={({ account, officeId }) => `${account} ${officeId ?? ""}`}
              columns={[
                {
                  id: "name",
                  head: words.name,
                  kind: "row-head",
                  cell: ({ name, email }) => (
                    <>
                      {name} <span className="block text-small font-normal break-all text-ink-soft">{email}</span>
                    </>
                  ),
                },
                {
                  id: "office",
                  head: words.office,
                  cell: ({ office, countryName: country, organisation }) =>
                    office === null
                      ? words.noOffice
                      : [names[office], country?.[language] ?? organisation].filter(Boolean).join(", "),
                },
                {
                  id: "second",
                  head: words.second,
                  cell: ({ hasSecondFactor, isDemo }) =>
                    isDemo ? (
                      words.notInDemo
                    ) : (
                      <StateTag tone={hasSecondFactor ? "good" : "caution"}>
                        {hasSecondFactor ? words.hasSecond : words.noSecond}
                      </StateTag>
                    ),
                },
                {
                  id: "seen",
                  head: words.lastSeen,
                  cell: ({ seenAt }) => (seenAt ? formatInstant(seenAt, language) : words.never),
                },
                {
                  id: "acts",
                  head: words.acts,
                  cell: (person) => <PersonActs person={person} isSelf={person.account === self} />,
                },
              ]}
            />
          </form>
        )}
      </Section>
      <Section title={words.invitations}>
        {invitations.length === 0 ? (
          <EmptyState title={words.noInvitations}>{words.noInvitationsDetail}</EmptyState>
        ) : (
          <form method="post">
            <DataTable
              caption={words.invitations}
              hideCaption
              rows={invitations}
              rowKey={({ id }) => id}
              columns={[
                {
                  id: "name",
                  head: words.name,
                  kind: "row-head",
                  cell: ({ name, email }) => [name, email].filter(Boolean).join(", "),
                },
                {
                  id: "office",
                  head: words.office,
                  cell: ({ office, countryName: country }) => [names[office], country?.[language]].filter(Boolean).join(", "),
                },
                {
                  id: "until",
                  head: words.until,
                  cell: ({ isExpired, expiresAt }) =>
                    isExpired ? <StateTag tone="caution">{words.expired}</StateTag> : formatInstant(expiresAt, language),
                },
                {
                  id: "acts",
                  head: words.acts,
                  cell: ({ id, email }) => (
                    <span className="flex flex-wrap gap-2">
                      <Button kind="quiet" name="act" value={`again ${id}`} disabled={email === null}>
                        {words.again}
                      </Button>
                      <Button kind="danger" name="act" value={`withdraw ${id}`}>
                        {words.withdraw}
                      </Button>
                    </span>
                  ),
                },
              ]}
            />
          </form>
        )}
      </Section>
      <Section id="invite" title={words.invite} lead={words.inviteLead}>
        <form method="post" noValidate>
          <Field {...form.field("name")} label={words.name} autoComplete="off" />
          <Field {...form.field("email")} label={all.email} type="email" autoComplete="off" />
          <Select
            {...form.field("office")}
            label={words.office}
            options={offices.map((value) => ({ value, label: names[value] }))}
          />
          <Select
            {...form.field("country")}
            label={words.country}
            help={words.countryHelp}
            optional
            options={countries.map(({ code, name }) => ({ value: code, label: name[language] }))}
          />
          <Field {...form.field("organisation")} label={words.organisation} help={words.organisationHelp} optional />
          <RadioGroup
            {...form.field("language", language)}
            label={words.language}
            choices={[
              { value: "es", label: words.spanish },
              { value: "en", label: words.english },
            ]}
          />
          <Actions>
            <Button name="act" value="invite">
              {words.send}
            </Button>
          </Actions>
        </form>
      </Section>
    </>
  );
}

function PersonActs({ person, isSelf }: { person: Route.ComponentProps["loaderData"]["everyone"][number]; isSelf: boolean }) {
  const words = useWords(peopleWords).people;
  if (isSelf) return <span className="text-small text-ink-soft">{words.problems.self}</span>;
  return (
    <details>
      <summary className="cursor-pointer font-semibold whitespace-nowrap text-work">{words.change}</summary>
      <span className="mt-2 flex flex-col items-start gap-2">
        <Button kind="quiet" name="act" value={`end-sessions ${person.account}`} disabled={person.seenAt === null}>
          {words.endSessions}
        </Button>
        <Button kind="quiet" name="act" value={`reset-second ${person.account}`} disabled={!person.hasSecondFactor}>
          {words.resetSecond}
        </Button>
        {person.officeId !== null && (
          <Button kind="danger" name="act" value={`end-office ${person.officeId}`}>
            {words.endOffice}
          </Button>
        )}
      </span>
    </details>
  );
}
