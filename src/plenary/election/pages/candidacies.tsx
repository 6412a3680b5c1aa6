import { Form } from "react-router";
import { type Language, formatDate } from "#basics";
import { Actions, Button, DataTable, EmptyState, type FormState, Section, Select, StateTag, Textarea, type Tone, useLanguage, useWords } from "#web";
import { plenaryElectionWords } from "#words";
import { type Candidacy, type Election, comingRound } from "../election.ts";
import type { Eligibility, Ineligibility } from "../eligibility.ts";
import type { ElectionView } from "./election-view.ts";

const tones = { proposed: "caution", standing: "good", declined: "neutral", withdrawn: "neutral" } as const satisfies Record<Candidacy["state"], Tone>;

/** Who stands and who cannot, each with the reason; delegations find their forms here while candidacies are open. */
export function Candidacies({ view, election, form, own }: { view: ElectionView; election: Election; form: FormState; own: FormState }) {
  const words = useWords(plenaryElectionWords).candidacies;
  const language = useLanguage();
  const name = (country: string) => view.names[country]?.[language] ?? country;
  const isOpen = election.state === "candidacies" && (view.meetingState === "convened" || view.meetingState === "open");
  const barred = view.eligibility.filter(({ eligible }) => !eligible);
  return (
    <Section title={words.title}>
      {election.candidacies.length === 0 ? (
        <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
      ) : (
        <DataTable
          caption={words.caption}
          hideCaption
          rows={election.candidacies}
          rowKey={({ country }) => country}
          columns={[
            { id: "state", head: words.state, kind: "row-head", cell: ({ country }) => name(country) },
            { id: "standing", head: words.standing, cell: ({ state }) => <StateTag tone={tones[state]}>{words.states[state]}</StateTag> },
            {
              id: "statement",
              head: words.statement,
              kind: "long",
              cell: ({ statement, country, proposedBy }) => (proposedBy === country ? statement : `${words.proposedBy(name(proposedBy))} ${statement}`),
            },
          ]}
        />
      )}
      {barred.length > 0 && (
        <>
          <h3 className="mt-8 text-h3 font-semibold">{words.barredTitle}</h3>
          <ul className="measure mt-2 space-y-1">
            {barred.map((each) => (
              <li key={each.code}>
                <strong>{name(each.code)}.</strong> {each.reasons.map((reason) => reasonText(reason, words.reasons, language)).join(" ")}
              </li>
            ))}
          </ul>
        </>
      )}
      {isOpen && view.speaksFor !== undefined && <Propose eligibility={view.eligibility} election={election} name={name} form={form} />}
      {isOpen && view.speaksFor !== undefined && <Own country={view.speaksFor} view={view} election={election} form={own} />}
      {view.speaksFor !== undefined && comingRound(election)?.candidates.includes(view.speaksFor) === true && <Withdraw />}
    </Section>
  );
}

function reasonText(reason: Ineligibility, words: ReturnType<typeof useWords<(typeof plenaryElectionWords)["es"]>>["candidacies"]["reasons"], language: Language): string {
  switch (reason.kind) {
    case "rests":
      return words.rests(formatDate(reason.term.from, language));
    case "left":
      return words.left(formatDate(reason.left, language));
    case "observer":
    case "not-seated":
    case "declined":
      return words[reason.kind];
  }
}

function Propose({ eligibility, election, name, form }: { eligibility: readonly Eligibility[]; election: Election; name: (country: string) => string; form: FormState }) {
  const words = useWords(plenaryElectionWords).candidacies;
  const free = eligibility.filter(({ eligible, code }) => eligible && !election.candidacies.some(({ country }) => country === code));
  return (
    <Form method="post" noValidate className="mt-10">
      <h3 className="text-h3 font-semibold">{words.propose}</h3>
      <Select {...form.field("whom")} label={words.whom} options={free.map(({ code }) => ({ value: code, label: name(code) }))} />
      <Actions>
        <Button kind="quiet" name="intent" value="propose">
          {words.proposeAct}
        </Button>
      </Actions>
    </Form>
  );
}

/** Between two rounds a candidate may leave the election; it cannot be taken back, so the button says what follows. */
function Withdraw() {
  const words = useWords(plenaryElectionWords).candidacies;
  return (
    <Form method="post" className="mt-10">
      <h3 className="text-h3 font-semibold">{words.ownTitle}</h3>
      <p className="measure mt-2">{words.betweenRounds}</p>
      <Actions>
        <Button kind="danger" name="intent" value="withdraw">
          {words.withdraw}
        </Button>
      </Actions>
    </Form>
  );
}

function Own({ country, view, election, form }: { country: string; view: ElectionView; election: Election; form: FormState }) {
  const words = useWords(plenaryElectionWords).candidacies;
  const mine = election.candidacies.find((each) => each.country === country);
  const state = mine?.state ?? "none";
  const can = view.eligibility.some(({ code, reasons }) => code === country && reasons.every(({ kind }) => kind === "declined"));
  if (!can) return null; // the list above says why
  return (
    <Form method="post" noValidate className="mt-10">
      <h3 className="text-h3 font-semibold">{words.ownTitle}</h3>
      <p className="measure mt-2">{words.own[state]}</p>
      <Textarea {...form.field("statement", mine?.statement ?? "")} label={words.statement} help={words.statementHelp} optional rows={4} maxLength={2000} />
      <Actions>
        <Button name="intent" value="accept">
          {state === "standing" ? words.keep : words.accept}
        </Button>
        {(state === "none" || state === "proposed" || state === "standing") && (
          <Button kind="danger" name="intent" value="decline">
            {state === "standing" ? words.withdraw : words.decline}
          </Button>
        )}
      </Actions>
    </Form>
  );
}
