import { Link } from "react-router";
import { countryName, formatDate, formatInstant } from "#basics";
import { DataTable, DefinitionList, LinkButton, Section, useLanguage, useWords } from "#web";
import { archiveWords, shellWords } from "#words";
import { fileAddress } from "../address.ts";
import type { ArchivedDocument, ArchivedVersion } from "../document.ts";
import { fileSize } from "../file-size.ts";

/** One document: what it is, its files, how a copy is checked, and the versions before. */
export function DocumentView({ document }: { document: ArchivedDocument }) {
  const words = useWords(archiveWords).document;
  const language = useLanguage();
  const [latest, ...earlier] = document.versions;
  return (
    <>
      {latest && (
        <Section title={words.latest(latest.version)} id={`version-${latest.version}`} lead={<Deposit version={latest} />}>
          <VersionFiles number={document.number} version={latest} />
        </Section>
      )}
      <Section title={words.facts}>
        <div className="max-w-[56rem]">
          <Facts document={document} latest={latest} />
        </div>
      </Section>
      <Section title={words.verifyTitle} lead={words.verify}>
        <LinkButton kind="quiet" to={`/${language}/verify${latest?.codes[0] === undefined ? "" : `?code=${latest.codes[0]}`}`} reloadDocument>
          {words.toVerify}
        </LinkButton>
      </Section>
      {earlier.length > 0 && (
        <Section title={words.earlierTitle} lead={words.earlierLead}>
          {earlier.map((version) => (
            <div key={version.version} id={`version-${version.version}`} className="mt-8">
              <h3 className="text-h3 font-semibold">{words.earlier(version.version)}</h3>
              <div className="mb-3 text-ink-soft">
                <Deposit version={version} />
              </div>
              <VersionFiles number={document.number} version={version} />
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

function Facts({ document, latest }: { document: ArchivedDocument; latest: ArchivedVersion | undefined }) {
  const words = useWords(archiveWords);
  const language = useLanguage();
  const { document: facts } = words;
  return (
    <DefinitionList
      items={[
        { term: facts.number, detail: document.number },
        { term: facts.class, detail: words.classes[document.class] },
        { term: facts.dated, detail: formatDate(document.dated, language) },
        { term: facts.circle, detail: words.circles[document.access] },
        { term: facts.country, detail: document.country === null ? facts.coalition : countryName(document.country)[language] },
        { term: facts.language, detail: words.languages[document.language] },
        { term: facts.retention, detail: document.retention === "permanent" ? facts.permanent : document.retention },
        ...(latest && latest.codes.length > 0 ? [{ term: facts.code, detail: latest.codes.join(", ") }] : []),
        ...(latest
          ? [
              {
                term: facts.seal,
                detail: (
                  <>
                    <code className="block text-small break-all">{latest.digest}</code>
                    <span className="text-small text-ink-soft">{facts.sealHelp}</span>
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Deposit({ version }: { version: ArchivedVersion }) {
  const words = useWords(archiveWords).document;
  const offices = useWords(shellWords).officeNames;
  const language = useLanguage();
  const { depositedOffice: office, depositedCountry: country } = version;
  const who = office === null ? words.platform : country === null ? offices[office] : `${offices[office]}, ${countryName(country)[language]}`;
  return (
    <>
      <p>{`${words.deposited(formatInstant(version.depositedAt, language))}, ${words.by(who)}`}</p>
      {version.note !== null && <p>{`${words.note}: ${version.note}`}</p>}
    </>
  );
}

function VersionFiles({ number, version }: { number: string; version: ArchivedVersion }) {
  const words = useWords(archiveWords);
  const language = useLanguage();
  const { document: heads } = words;
  return (
    <DataTable
      caption={heads.filesOf(version.version)}
      hideCaption
      rows={version.files}
      rowKey={(file) => file.name}
      columns={[
        {
          id: "file",
          head: heads.file,
          kind: "row-head",
          cell: (file) => (
            <Link to={fileAddress(number, version.version, file.name)} reloadDocument className="link break-all">
              {file.name}
            </Link>
          ),
        },
        { id: "format", head: heads.format, cell: (file) => `${words.formats[file.format]} · ${words.languages[file.language]}` },
        { id: "size", head: heads.size, kind: "number", cell: (file) => <span className="whitespace-nowrap">{fileSize(file.size, language)}</span> },
        { id: "hash", head: heads.fingerprint, kind: "long", cell: (file) => <code className="text-small break-all">{file.sha256}</code> },
      ]}
    />
  );
}
