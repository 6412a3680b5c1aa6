import { type Actor, type Text, dayOf } from "#basics";
import { type Database, read } from "#database";
import type { WaitingItem } from "#web";
import { plenaryAgreementWords } from "#words";
import { type Responsible, leads, reportsForCountry } from "./agreement.ts";
import { agreements, convenedMeetings } from "./agreement.store.ts";
import { type BoardLine, boardLines } from "./board.ts";
import { directory } from "./directory.store.ts";
import { claimsWaiting } from "./progress.store.ts";

const words = plenaryAgreementWords;

function both(line: (language: "es" | "en") => string): Text {
  return { es: line("es"), en: line("en") };
}

/** What of the agreements waits for the acting member: those it answers for that are late or soon due, and claims to review. */
export async function waiting(database: Database, actor: Actor): Promise<readonly WaitingItem[]> {
  if (!leads(actor) && !reportsForCountry(actor)) return [];
  return read(database, actor, async (tx) => {
    const register = await directory(tx);
    const all = await agreements(tx);
    const today = dayOf(new Date());
    const meetings = await convenedMeetings(tx);
    const filter = reportsForCountry(actor) ? { country: actor.country } : {};
    const pressing = boardLines(all, filter, today, meetings, register.committeeCountries).filter(
      ({ standing }) => standing === "overdue" || standing === "due-soon",
    );
    const answersHere = ({ kind, role }: Responsible) => actor.kind === "member" && role === "responsible" && kind === actor.office;
    const own = leads(actor) ? pressing.filter(({ agreement }) => agreement.responsible.some(answersHere)) : pressing;
    const items = own.map(asItem);
    if (!leads(actor)) return items;
    const claims = (await claimsWaiting(tx)).filter(({ account }) => actor.kind === "member" && account !== actor.account);
    return [
      ...claims.map(({ agreement }) => ({ href: `/workspace/agreements/${agreement}`, label: both((language) => words[language].waiting.claim(agreement)) })),
      ...items,
    ];
  });
}

function asItem({ agreement, standing, due }: BoardLine): WaitingItem {
  const { number, title } = agreement;
  return {
    href: `/workspace/agreements/${number}`,
    label: both((language) => words[language].waiting[standing === "overdue" ? "overdue" : "dueSoon"](number, title[language])),
    ...(typeof due === "string" ? {} : { due: due.date }),
  };
}
