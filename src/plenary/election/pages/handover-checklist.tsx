import { DataTable, Section, StateTag, useLanguage, useWords } from "#web";
import { plenaryHandoverWords } from "#words";
import { type HandoverFact, factGroups } from "../handover.ts";

/** What is handed over, group by group: made of facts, with what the next holder has to see to. */
export function Checklist({ facts, isFixed }: { facts: readonly HandoverFact[]; isFixed: boolean }) {
  const words = useWords(plenaryHandoverWords);
  const language = useLanguage();
  return (
    <Section title={words.one.checklist} lead={isFixed ? words.one.checklistFixed : words.one.checklistNow}>
      {factGroups.map((group) => {
        const rows = facts.filter((fact) => fact.group === group);
        return (
          <div key={group} className="mt-8">
            <h3 className="text-h3 font-semibold">{words.groups[group]}</h3>
            {rows.length === 0 ? (
              <p className="mt-2 text-ink-soft">{words.one.nothing}</p>
            ) : (
              <DataTable
                caption={words.one.groupCaption(words.groups[group])}
                hideCaption
                rows={rows}
                rowKey={(fact) => `${fact.title[language]} ${fact.detail[language]}`}
                columns={[
                  { id: "what", head: words.one.what, kind: "row-head", cell: (fact) => fact.title[language] },
                  { id: "detail", head: words.one.detail, kind: "long", cell: (fact) => fact.detail[language] },
                  { id: "standing", head: words.one.standing, cell: (fact) => <StateTag tone={fact.isPending ? "caution" : "good"}>{fact.isPending ? words.one.pending : words.one.closed}</StateTag> },
                ]}
              />
            )}
          </div>
        );
      })}
    </Section>
  );
}
