import { Actions, LinkButton, Notice, PageHeading, useWords } from "#web";
import { identityWords } from "#words";

/** The ten codes, shown once; the printed sheet carries them alone. */
export function RecoveryCodes({ codes, to }: { codes: readonly string[]; to: string }) {
  const words = useWords(identityWords).codes;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <ol
        aria-label={words.listLabel}
        className="figures mt-8 grid max-w-[30rem] list-decimal grid-cols-1 gap-y-2 pl-8 text-lead sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="measure mt-6 text-ink-soft print:hidden">{words.print}</p>
      <Notice tone="good" title={words.done} />
      <Actions>
        <LinkButton to={to} reloadDocument>
          {words.kept}
        </LinkButton>
      </Actions>
    </>
  );
}
