import type { Actor } from "#basics";
import { type Database, read } from "#database";
import type { WaitingItem } from "#web";
import { isDelegate, leads } from "../meeting/meeting-act.ts";
import { meetings, seatsOf } from "../meeting/meeting.store.ts";
import { circleOf } from "./circle.ts";
import { countryReportsOf } from "./country-report.store.ts";
import { mayReport, representations } from "./representation.store.ts";

/** What of the sessions waits for a person: a session that runs, a country report or a report of a representation to hand in. */
export async function waiting(database: Database, actor: Actor): Promise<readonly WaitingItem[]> {
  if (actor.kind !== "member" || circleOf(actor) === undefined) return [];
  return read(database, actor, async (tx) => {
    const lines: WaitingItem[] = [];
    for (const { id, state, startsAt, isRecord } of await meetings(tx)) {
      if (isRecord || (state !== "open" && state !== "convened")) continue;
      const at = `/workspace/meetings/${id}`;
      if (state === "open")
        lines.push(
          leads(actor)
            ? { href: `${at}/session`, label: { es: `Conducir la sesión de la reunión ${id}`, en: `Conduct the session of meeting ${id}` } }
            : { href: `${at}/room`, label: { es: `La reunión ${id} está en sesión: entrar a la sala`, en: `Meeting ${id} is in session: enter the room` } },
        );
      if (!isDelegate(actor) || actor.country === undefined || !(await seatsOf(tx, id)).includes(actor.country)) continue;
      if ((await countryReportsOf(tx, id)).some(({ country }) => country === actor.country)) continue;
      lines.push({
        href: `${at}/session/reports`,
        label: { es: `Entregar el informe de su país para la reunión ${id}`, en: `Hand in your country's report for meeting ${id}` },
        ...(startsAt === null ? {} : { due: startsAt.toISOString().slice(0, 10) }),
      });
    }
    if (actor.office !== "observer")
      for (const each of await representations(tx))
        if (each.reportedAt === null && each.untilDay <= new Date().toISOString().slice(0, 10) && mayReport(actor, each) && (each.delegatedTo === null || each.delegatedTo === actor.country))
          lines.push({ href: `/workspace/representations/${each.id}`, label: { es: `Informar sobre la representación en «${each.event}»`, en: `Report on the representation at “${each.event}”` } });
    return lines;
  });
}
