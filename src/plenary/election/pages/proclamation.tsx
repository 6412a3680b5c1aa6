import { Form } from "react-router";
import { formatDate } from "#basics";
import { Actions, Button, Disclosure, type FormState, LinkButton, Section, Textarea, useLanguage, useWords } from "#web";
import { plenaryElectionWords } from "#words";
import type { Election } from "../election.ts";
import type { ElectionView } from "./election-view.ts";

/** Who was elected, and the act that proclaims it. */
export function Proclamation({ view, election }: { view: ElectionView; election: Election }) {
  const words = useWords(plenaryElectionWords).proclamation;
  const language = useLanguage();
  const { winner, proclaimedAt } = election;
  if (winner === undefined) return null;
  const name = view.names[winner]?.[language] ?? winner;
  return (
    <Section title={words.title}>
      <p className="measure text-lead">
        {proclaimedAt === undefined ? words.ready(name) : words.done(name, formatDate(proclaimedAt, language), election.proclaimedBy ?? "")}
      </p>
      <p className="measure mt-2">{words.term(formatDate(election.termFrom, language), formatDate(election.termUntil, language))}</p>
      {view.leads && proclaimedAt === undefined && (
        <Form method="post" className="mt-4">
          <p className="measure text-ink-soft">{words.help}</p>
          <Actions>
            <Button name="intent" value="proclaim">
              {words.act}
            </Button>
          </Actions>
        </Form>
      )}
      {view.leads && proclaimedAt !== undefined && (
        <Actions>
          <LinkButton kind="quiet" to={`/${language}/workspace/handover?election=${election.id}`}>
            {words.toHandover}
          </LinkButton>
        </Actions>
      )}
    </Section>
  );
}

/** The end of an election that was opened by mistake; offered until the first ballot. */
export function Voiding({ view, election, form }: { view: ElectionView; election: Election; form: FormState }) {
  const words = useWords(plenaryElectionWords).voiding;
  if (!view.leads || (election.state !== "candidacies" && election.state !== "voting") || election.rounds.some(({ cast }) => cast > 0)) return null;
  return (
    <Disclosure summary={words.title}>
      <Form method="post" noValidate>
        <p className="measure text-ink-soft">{words.lead}</p>
        <Textarea {...form.field("reason")} label={words.reason} rows={2} maxLength={1000} />
        <Actions>
          <Button kind="danger" name="intent" value="void">
            {words.act}
          </Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
