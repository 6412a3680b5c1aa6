import { DefinitionList, PageHeading, Section, useWords } from "#web";
import { coalitionWords } from "#words";

/** What the coalition is, does, how it is organised and where it comes from, in its own terms. */
export default function About() {
  const words = useWords(coalitionWords).about;
  return (
    <>
      <PageHeading title={words.title} tab={words.tab} lead={words.lead} />
      <Section title={words.doesTitle}>
        <div className="prose measure">
          <ul>
            {words.does.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      </Section>
      <Section title={words.twoTitle}>
        <div className="grid max-w-[60rem] gap-x-12 gap-y-5 sm:grid-cols-2">
          <p className="border-t-2 border-ink pt-3">{words.trafficking}</p>
          <p className="border-t-2 border-ink pt-3">{words.smuggling}</p>
        </div>
      </Section>
      <Section title={words.organsTitle}>
        <div className="max-w-[56rem]">
          <DefinitionList items={words.organs.map(([term, detail]) => ({ term, detail }))} />
        </div>
      </Section>
      <Section title={words.historyTitle}>
        <div className="max-w-[56rem]">
          <DefinitionList items={words.history.map(([term, detail]) => ({ term, detail }))} />
        </div>
        <p className="mt-4 text-small text-ink-soft">{words.sources}</p>
      </Section>
    </>
  );
}
