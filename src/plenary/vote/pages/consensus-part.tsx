import { Form } from "react-router";
import { countryName, formatInstant } from "#basics";
import { Actions, Button, DataTable, Notice, RadioGroup, Section, Textarea, type formState, useLanguage, useWords } from "#web";
import { plenaryVoteWords } from "#words";
import { type Consensus, positionKinds } from "../consensus.ts";

/** One consensus: how it stands, what each delegation said, the delegate's form and the leader's button to close it. */
export function ConsensusPart({
  consensus,
  zone,
  country,
  entitlement,
  isLeader,
  form,
  newId,
}: {
  consensus: Consensus;
  zone: string;
  country: string | undefined;
  entitlement: string | undefined;
  isLeader: boolean;
  form: ReturnType<typeof formState>;
  newId: string;
}) {
  const all = useWords(plenaryVoteWords);
  const words = all.consensus;
  const language = useLanguage();
  const { outcome } = consensus;
  const refusals: Readonly<Record<string, string>> = all.refusals;
  return (
    <Section title={words.title} lead={words.openedAt(formatInstant(consensus.openedAt, language, zone))}>
      <Notice tone={outcome === "adopted" ? "good" : outcome === null ? "info" : "caution"} title={outcome === null ? words.isOpen : words.outcomes[outcome]} />
      {consensus.positions.length === 0 ? (
        <p className="mt-4 text-ink-soft">{words.noPositions}</p>
      ) : (
        <div className="mt-6">
          <DataTable
            caption={words.positions}
            rows={consensus.positions}
            rowKey={({ id }) => id}
            columns={[
              { id: "country", head: words.country, kind: "row-head", cell: (row) => countryName(row.country)[language] },
              { id: "kind", head: words.position, cell: ({ kind, isNewest }) => (isNewest ? words.kinds[kind] : `${words.kinds[kind]} (${words.earlier})`) },
              { id: "text", head: words.text, kind: "long", cell: ({ text }) => text },
              { id: "at", head: words.at, cell: ({ at }) => formatInstant(at, language, zone) },
            ]}
          />
        </div>
      )}
      {outcome === null && country !== undefined && entitlement !== undefined && entitlement !== "entitled" && <Notice tone="caution">{refusals[entitlement] ?? entitlement}</Notice>}
      {outcome === null && country !== undefined && entitlement === "entitled" && (
        <Form method="post" className="mt-8 border-t border-line">
          <input type="hidden" name="id" value={newId} />
          <input type="hidden" name="consensus" value={consensus.id} />
          <h3 className="mt-6 text-h3 font-semibold">{words.yours(countryName(country)[language])}</h3>
          <RadioGroup {...form.field("kind")} label={words.kind} choices={positionKinds.map((kind) => ({ value: kind, label: words.kinds[kind], help: words.kindHelp[kind] }))} />
          <Textarea {...form.field("text")} label={words.reason} help={words.reasonHelp} />
          <p className="measure mt-4 text-ink-soft">{words.again}</p>
          <Actions>
            <Button name="act" value="position">{words.state}</Button>
          </Actions>
        </Form>
      )}
      {outcome === null && isLeader && (
        <Form method="post" className="mt-8 border-t border-line pt-4">
          <input type="hidden" name="consensus" value={consensus.id} />
          <p className="measure text-ink-soft">{words.closeHelp}</p>
          <Actions>
            <Button name="act" value="close-consensus">{words.close}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  );
}
