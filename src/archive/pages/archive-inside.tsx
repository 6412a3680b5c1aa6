import { read } from "#database";
import { PageHeading, databaseContext, memberOf, useLanguage, useWords } from "#web";
import { archiveWords } from "#words";
import { askedList } from "./archive-asked.ts";
import { DocumentList } from "./document-list.tsx";
import type { Route } from "./+types/archive-inside.ts";

/** What the acting member may read; policies of the archive decide. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = memberOf({ request, context });
  return { list: await read(context.get(databaseContext), actor, (tx) => askedList(tx, new URL(request.url))) };
}

/** The archive as a member sees it, with the circle of readers of each document. */
export default function ArchiveInside({ loaderData: { list } }: Route.ComponentProps) {
  const words = useWords(archiveWords).workspace;
  const language = useLanguage();
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <DocumentList list={list} base={`/${language}/workspace/archive`} inside />
    </>
  );
}
