import { documentOf } from "#archive";
import { read } from "#database";
import { notFound } from "#web";
import { documentFile, documentsOfMeeting } from "../document.store.ts";
import { agendaOf } from "../meeting.store.ts";
import { contentsPage, packageOrder, packageStream } from "../package.ts";
import { askedMeeting } from "./meeting-asked.ts";
import type { Route } from "./+types/package-file.ts";

/** All papers that the asker may read, in the order of the agenda, as one file. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const items = await read(database, actor, async (tx) => {
    const papers = [];
    for (const paper of await documentsOfMeeting(tx, meeting.id)) {
      const file = (await documentOf(tx, paper.document))?.versions[0]?.files[0];
      if (file) papers.push({ ...paper, fileName: file.name });
    }
    return packageOrder(await agendaOf(tx, meeting.id), papers, language);
  });
  const papers = items.flatMap((item) => item.papers);
  if (papers.length === 0) throw notFound();
  const contents = { name: language === "es" ? "00 Contenido.html" : "00 Contents.html", html: contentsPage(meeting.id, items, language) };
  const stream = packageStream(contents, papers, async (id) => (await read(database, actor, (tx) => documentFile(tx, meeting.id, id)))?.bytes);
  return new Response(stream, {
    headers: { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="${meeting.id}.zip"`, "Cache-Control": "private, no-store" },
  });
}
