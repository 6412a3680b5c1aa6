import { dayOf } from "#basics";
import { read } from "#database";
import { plenaryAgreementWords } from "#words";
import { agreements, convenedMeetings } from "../agreement.store.ts";
import { boardLines } from "../board.ts";
import { csvFile } from "../csv.ts";
import { directory } from "../directory.store.ts";
import { asked } from "./agreement-asked.ts";
import { readFilter } from "./agreement-query.ts";
import { listed } from "./agreement-view.ts";
import type { Route } from "./+types/agreements-file.ts";

/** The board as it is filtered, as CSV for a spreadsheet. No cell of it is a formula, whatever a person once typed. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, database, language } = asked(args);
  const words = plenaryAgreementWords[language];
  const { columns } = words;
  const filter = readFilter(new URL(args.request.url));
  const rows = await read(database, actor, async (tx) => {
    const register = await directory(tx);
    const lines = boardLines(await agreements(tx), filter, dayOf(new Date()), await convenedMeetings(tx), register.committeeCountries);
    return lines.map((line) => {
      const { number, title, meeting, responsible, due, standing } = listed(line, register, language);
      const { text, fulfilledOn, isPublic } = line.agreement;
      return [number, meeting, title, text[language], responsible, due, words.standings[standing], fulfilledOn ?? "", isPublic ? words.yes : words.no];
    });
  });
  const heads = [columns.number, columns.meeting, columns.title, columns.text, columns.responsible, columns.due, columns.standing, columns.fulfilledOn, columns.public];
  return new Response(csvFile([heads, ...rows]), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${words.fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
