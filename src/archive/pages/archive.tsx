import { read } from "#database";
import { LinkButton, PageHeading, databaseContext, useLanguage, useWords } from "#web";
import { archiveWords } from "#words";
import { askedList } from "./archive-asked.ts";
import { DocumentList } from "./document-list.tsx";
import type { Route } from "./+types/archive.ts";

/** The public documents, whoever asks: what a member may read beyond them is in the workspace. */
export async function loader({ request, context }: Route.LoaderArgs) {
  return { list: await read(context.get(databaseContext), { kind: "public" }, (tx) => askedList(tx, new URL(request.url))) };
}

/** A deposit is seen at once. */
export const headers = () => ({ "Cache-Control": "no-cache" });

export function meta({ params }: Route.MetaArgs) {
  return [{ name: "description", content: archiveWords[params.lang === "en" ? "en" : "es"].lead }];
}

/** The public part of the archive, by class and year. */
export default function Archive({ loaderData: { list } }: Route.ComponentProps) {
  const words = useWords(archiveWords);
  const language = useLanguage();
  return (
    <>
      <PageHeading title={words.title} tab={words.tab} lead={words.lead} />
      <p className="mt-7">
        <LinkButton kind="quiet" to={`/${language}/verify`}>
          {words.document.toVerify}
        </LinkButton>
      </p>
      <DocumentList list={list} base={`/${language}/archive`} />
    </>
  );
}
