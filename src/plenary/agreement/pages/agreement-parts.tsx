import { Link } from "react-router";
import { formatInstant, type Text } from "#basics";
import { Disclosure, Section, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import type { Offspring } from "../agreement.ts";
import type { AgreementEvent } from "../agreement.store.ts";

/** What was agreed, in the language of the page, with the other one a line below. */
export function AgreedText({ text }: { text: Text }) {
  const words = useWords(plenaryAgreementWords).one;
  const language = useLanguage();
  const other = language === "es" ? "en" : "es";
  return (
    <Section title={words.text}>
      <p className="measure border-l-4 border-light pl-5 text-lead whitespace-pre-line">{text[language]}</p>
      <Disclosure summary={other === "en" ? words.inEnglish : words.inSpanish}>
        <p className="measure whitespace-pre-line" lang={other}>
          {text[other]}
        </p>
      </Disclosure>
    </Section>
  );
}

/** One thing that grew out of an agreement, with the number of its document where the reader may read it. */
export type ShownOffspring = Pick<Offspring, "id" | "kind" | "title" | "url"> & { readonly documentNumber: string | null };

/** What an agreement gave rise to. `archive` is the address under the language where documents have their page. */
export function OffspringList({ offspring, archive }: { offspring: readonly ShownOffspring[]; archive: string }) {
  const words = useWords(plenaryAgreementWords).offspring;
  const language = useLanguage();
  if (offspring.length === 0) return <p className="measure text-ink-soft">{words.none}</p>;
  return (
    <ul className="border-t border-line">
      {offspring.map(({ id, kind, title, url, documentNumber }) => (
        <li key={id} className="border-b border-line py-3">
          <span className="block text-small text-ink-soft">{words.kinds[kind]}</span>
          {url === null ? (
            title[language]
          ) : (
            <a href={url} rel="noopener noreferrer nofollow" className="link">
              {title[language]}
            </a>
          )}
          {documentNumber !== null && (
            <>
              {" "}
              <Link to={`/${language}${archive}/${documentNumber}`} className="link text-small">
                {documentNumber}
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Every act upon an agreement, in its order. */
export function AgreementHistory({ events }: { events: readonly AgreementEvent[] }) {
  const words = useWords(plenaryAgreementWords).history;
  const language = useLanguage();
  if (events.length === 0) return null;
  return (
    <Section title={words.title}>
      <ol className="border-t border-line">
        {events.map(({ at, author, sentence }) => (
          <li key={`${at.toISOString()} ${sentence.es}`} className="border-b border-line py-3">
            <span className="block text-small text-ink-soft">{words.line(formatInstant(at, language), author)}</span>
            {sentence[language]}
          </li>
        ))}
      </ol>
    </Section>
  );
}
