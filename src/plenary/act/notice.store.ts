import type { Actor, Language } from "#basics";
import { type Writing, sql } from "#database";
import { enqueue } from "#jobs";
import { postMail } from "#mail";
import { plenaryActWords } from "#words";
import { reminderDays } from "./observation.ts";

/** Why people are written to: an act circulates, or its day comes near and their delegation has not observed. */
export type Occasion = "circulated" | "reminder";

/** Asks for the mails in the transaction of the act itself: no commit, no mail. */
export async function enqueueNotices(tx: Writing, actor: Actor, meeting: string, occasion: Occasion): Promise<void> {
  await enqueue(tx, {
    kind: "act-notices",
    title: { es: `Avisos del acta ${meeting}`, en: `Notices of act ${meeting}` },
    payload: { meeting, occasion },
    ...(actor.kind === "member" ? { account: actor.account } : {}),
    page: `/workspace/meetings/${meeting}/act`,
  });
}

/**
 * Writes to the delegates of the convened states that an act waits for them; each person once for each circulation and each
 * deadline. The mail carries nothing of the act. Runs as the platform; gives how many were written to.
 */
export async function postActNotices(tx: Writing, meeting: string, occasion: Occasion, origin: string): Promise<number> {
  const { rows: people } = await sql<{ account: string; email: string; language: Language; occasion: string }>`
    select distinct on (a.id) a.id as account, a.email, a.language,
      ${occasion} || ':' || case ${occasion} when 'circulated' then to_char(x.circulated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') else x.observations_until::text end as occasion
    from plenary.act x join plenary.seat s on s.meeting = x.meeting
    join identity.office o on o.country = s.country and o.until is null and o.office in ('delegate-titular', 'delegate-alternate')
    join identity.account a on a.id = o.account
    where x.meeting = ${meeting} and x.state = 'circulated'
      and (${occasion} = 'circulated' or not exists (select from plenary.act_observation b where b.meeting = x.meeting and b.country = s.country))
    order by a.id`.execute(tx);
  let posted = 0;
  for (const { account, email, language, occasion: key } of people) {
    const made = await tx.insertInto("plenary.act_notice").values({ meeting, account, occasion: key }).onConflict((known) => known.doNothing()).returning("account").executeTakeFirst();
    if (!made) continue;
    const words = plenaryActWords[language].mail[occasion];
    await postMail(tx, { to: email, subject: words.subject(meeting), body: words.body(meeting, `${origin}/${language}/workspace/meetings/${meeting}/act`) });
    posted += 1;
  }
  return posted;
}

/** The acts whose day for observations is near: from `reminderDays` days before it to the day itself. */
export async function actsNearDeadline(tx: Writing, today: string): Promise<string[]> {
  const { rows } = await sql<{ meeting: string }>`
    select meeting from plenary.act where state = 'circulated' and observations_until - ${today}::date between 0 and ${reminderDays}::integer
      and (circulated_at at time zone 'America/Guatemala')::date < ${today}::date`.execute(tx);
  return rows.map(({ meeting }) => meeting);
}
