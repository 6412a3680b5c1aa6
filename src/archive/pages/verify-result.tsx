import { formatDate, formatInstant } from "#basics";
import { DefinitionList, LinkButton, Notice, Section, useLanguage, useWords } from "#web";
import { archiveWords } from "#words";
import { fileSize } from "../file-size.ts";
import type { Verified } from "../verification.store.ts";

/** What the archive says of one document: genuine or superseded, and what it is. */
export function VerifyResult({ document, kind }: { document: Verified; kind: "code" | "hash" }) {
  const words = useWords(archiveWords);
  const language = useLanguage();
  const { verify } = words;
  return (
    <>
      {document.isLatest ? (
        <Notice tone="good" title={verify.authenticTitle}>
          {kind === "code" ? verify.authenticCode : verify.authenticHash}
        </Notice>
      ) : (
        <Notice tone="caution" title={verify.supersededTitle}>
          {verify.superseded(document.version, document.latestVersion)}
        </Notice>
      )}
      <Section title={verify.result}>
        <div className="max-w-[56rem]">
          <DefinitionList
            items={[
              { term: words.document.number, detail: document.number },
              { term: words.document.class, detail: words.classes[document.class] },
              { term: verify.document, detail: document.title?.[language] ?? verify.reserved },
              { term: words.document.dated, detail: formatDate(document.dated, language) },
              { term: verify.version, detail: verify.versionOf(document.version, document.latestVersion) },
              { term: verify.deposited, detail: formatInstant(document.depositedAt, language) },
              { term: words.document.circle, detail: words.circles[document.access] },
              { term: verify.files, detail: <Files files={document.files} /> },
            ]}
          />
          {document.access === "public" && (
            <p className="mt-5">
              <LinkButton kind="quiet" to={`/${language}/archive/${document.number}`}>
                {verify.read}
              </LinkButton>
            </p>
          )}
        </div>
      </Section>
    </>
  );
}

function Files({ files }: Pick<Verified, "files">) {
  const words = useWords(archiveWords);
  const language = useLanguage();
  return (
    <ul className="space-y-2">
      {files.map((file) => (
        <li key={file.sha256}>
          {words.verify.fileLine(words.formats[file.format], words.languages[file.language], fileSize(file.size, language))}
          <code className="block text-small break-all">{file.sha256}</code>
        </li>
      ))}
    </ul>
  );
}
