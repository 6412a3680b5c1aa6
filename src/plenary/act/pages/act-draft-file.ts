import { countryName } from "#basics";
import { read } from "#database";
import { type OfficialDocument, officialPdf } from "#documents";
import { notFound } from "#web";
import { plenaryActTextWords } from "#words";
import { actNumber } from "../act.ts";
import { actNow } from "../approve.store.ts";
import type { Observation } from "../observation.ts";
import { observationsOf } from "../observation.store.ts";
import type { SectionNow } from "../facts.ts";
import { askedAct } from "./act-asked.ts";
import type { Route } from "./+types/act-draft-file.ts";

/**
 * The act that is not approved yet as a PDF for members: every page says that it is a draft. The correction list stands at
 * its end. Approved acts are read in the archive.
 */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { database, actor, language, meeting, act } = await askedAct(args);
  if (!act || act.isRecord || actor.office === "observer" || (act.state !== "draft" && act.state !== "circulated")) throw notFound();
  const { present, observations } = await read(database, actor, async (tx) => ({
    present: await actNow(tx, meeting.id, new Date()),
    observations: await observationsOf(tx, meeting.id),
  }));
  if (!present) throw notFound();
  const bytes = await officialPdf(withAnnex({ ...present.documents[language], draft: true }, observations, present.sections));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="BORRADOR-${actNumber(meeting.id)}-${language}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
}

function withAnnex(document: OfficialDocument, observations: readonly Observation[], sections: readonly SectionNow[]): OfficialDocument {
  if (observations.length === 0) return document;
  const { language } = document;
  const words = plenaryActTextWords[language].annex;
  return {
    ...document,
    body: [
      ...document.body,
      { kind: "heading", level: 2, text: words.title },
      {
        kind: "table",
        caption: words.caption,
        columns: [
          { head: words.delegation, kind: "text", share: 1.2 },
          { head: words.part, kind: "text", share: 1.3 },
          { head: words.text, kind: "text", share: 3 },
          { head: words.answer, kind: "text", share: 2 },
        ],
        rows: observations.map(({ country, section, text, proposed, state, answer }) => [
          countryName(country)[language],
          sections.find(({ id }) => id === section)?.title[language] ?? words.whole,
          proposed === "" ? text : `${text}\n${words.proposed(proposed)}`,
          answer === "" ? words.states[state] : `${words.states[state]}. ${answer}`,
        ]),
      },
    ],
  };
}
