import { formatCount } from "#basics";
import { EmptyState, FigureBig, type Highlight, LinkButton, useLanguage, useWords } from "#web";
import { coalitionWords } from "#words";

/** The newest published figure with what it counts and its source; before the first release it says what will be here. */
export function LatestStatistics({ highlight }: { highlight: Highlight | undefined }) {
  const words = useWords(coalitionWords).home;
  const language = useLanguage();
  if (highlight === undefined) return <EmptyState title={words.latestEmpty}>{words.latestEmptyDetail}</EmptyState>;
  return (
    <div className="flex flex-col gap-8 border-y border-line py-10 md:flex-row md:items-end md:justify-between">
      <FigureBig
        figure={formatCount(highlight.count, language)}
        counts={highlight.counted[language]}
        note={highlight.source[language]}
      />
      <LinkButton kind="quiet" to={`/${language}${highlight.href}`}>
        {words.latestMore(String(highlight.year))}
      </LinkButton>
    </div>
  );
}
