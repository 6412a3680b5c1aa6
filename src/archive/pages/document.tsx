import { read } from "#database";
import { Breadcrumbs, PageHeading, databaseContext, notFound, useLanguage, useWords } from "#web";
import { archiveWords } from "#words";
import { documentOf } from "../document.store.ts";
import { DocumentView } from "./document-view.tsx";
import type { Route } from "./+types/document.ts";

/** A public document by its number. One that is not public is not there, so that nobody learns of it by trying numbers. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const document = await read(context.get(databaseContext), { kind: "public" }, (tx) => documentOf(tx, params.number));
  if (!document || document.number !== params.number) throw notFound();
  return { document };
}

/** A further version is seen at once. */
export const headers = () => ({ "Cache-Control": "no-cache" });

/** A public document with its versions and files. */
export default function PublicDocument({ loaderData: { document } }: Route.ComponentProps) {
  const words = useWords(archiveWords);
  const language = useLanguage();
  return (
    <>
      <PageHeading
        title={document.title[language]}
        tab={document.number}
        lead={words.classes[document.class]}
        above={<Breadcrumbs way={[{ label: words.tab, to: `/${language}/archive` }, { label: document.number }]} />}
      />
      <DocumentView document={document} />
    </>
  );
}
