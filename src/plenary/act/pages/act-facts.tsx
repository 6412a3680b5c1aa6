import { Link } from "react-router";
import { formatInstant } from "#basics";
import { DefinitionList, useLanguage, useWords } from "#web";
import { plenaryActWords } from "#words";

interface Facts {
  readonly number: string;
  readonly digest: string | null;
  readonly code: string | null;
  readonly approvedIn: string | null;
  readonly approvedAt: Date | null;
  readonly access: string | null;
  readonly signatures: readonly { readonly name: string; readonly post: { readonly es: string; readonly en: string }; readonly at: Date }[];
}

/** What stands beside an approved act: where it was approved, what identifies it, and who signed. */
export function ActFactsList({ facts, meeting }: { facts: Facts; meeting: string }) {
  const words = useWords(plenaryActWords).facts;
  const language = useLanguage();
  const { digest, code, approvedIn, approvedAt, access, signatures, number } = facts;
  return (
    <div className="mt-8" data-meeting={meeting}>
      <DefinitionList
        items={[
          ...(approvedIn !== null && approvedAt !== null ? [{ term: words.approved, detail: words.approvedIn(approvedIn, formatInstant(approvedAt, language)) }] : []),
          ...(digest === null
            ? []
            : [
                {
                  term: words.digest,
                  detail: (
                    <>
                      <code className="block text-small break-all">{digest}</code>
                      <span className="text-small text-ink-soft">{words.digestHelp}</span>
                    </>
                  ),
                },
              ]),
          {
            term: words.signatures,
            detail:
              signatures.length === 0
                ? words.none
                : signatures.map(({ name, post, at }) => (
                    <span key={post.es} className="block">
                      {name}, {post[language]}, {formatInstant(at, language)}
                    </span>
                  )),
          },
          ...(code === null ? [] : [{ term: words.code, detail: <code>{code}</code> }]),
          ...(access === null
            ? []
            : [
                {
                  term: words.archive,
                  detail: (
                    <Link to={`/${language}/workspace/archive/${number}`} className="link">
                      {number}
                    </Link>
                  ),
                },
              ]),
        ]}
      />
    </div>
  );
}
