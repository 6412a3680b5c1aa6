import { createTransport } from "nodemailer";
import type { Actor } from "#basics";
import { type Database, read, write } from "#database";

const actor: Actor = { kind: "system", task: "send mail" };

/**
 * Sends one waiting message through the mail server of `SMTP_URL`. A message that was sent is never sent again; a server that
 * does not answer leaves it waiting for the next attempt, and its words in the outbox.
 */
export async function sendMessage(database: Database, id: string, smtpUrl: string, from: string): Promise<void> {
  const message = await read(database, actor, (tx) =>
    tx.selectFrom("mail.message").select(["recipient", "subject", "body", "calendar", "calendar_method"]).where("id", "=", id).where("state", "in", ["waiting", "failed"]).executeTakeFirst(),
  );
  if (!message) return;
  try {
    await createTransport(smtpUrl).sendMail({
      from,
      to: message.recipient,
      subject: message.subject,
      text: message.body,
      messageId: `<${id}@corett>`,
      ...calendarParts(message.calendar, message.calendar_method),
    });
  } catch (fault) {
    await write(database, actor, (tx) =>
      tx.updateTable("mail.message").set({ state: "failed", problem: (fault as Error).message.slice(0, 500) }).where("id", "=", id).execute(),
    );
    throw fault;
  }
  await write(database, actor, (tx) =>
    tx.updateTable("mail.message").set({ state: "sent", sent_at: new Date(), problem: null }).where("id", "=", id).execute(),
  );
}

/** The calendar twice: as an alternative, which calendars act on, and as a file for readers whose mail shows no calendar. */
function calendarParts(text: string | null, method: string | null) {
  if (text === null || method === null) return {};
  return {
    icalEvent: { method, content: text },
    attachments: [{ filename: "reunion.ics", content: Buffer.from(text), contentType: `text/calendar; charset=utf-8; method=${method}` }],
  };
}
