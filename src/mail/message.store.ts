import { randomUUID } from "node:crypto";
import { type Reading, type Writing, sql } from "#database";

/** One message to one person. It announces; figures and documents stay on the platform. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** An invitation that calendars read, its update or its cancellation. It tells nothing that the body does not. */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL"; readonly text: string };
}

/** Whether a mail server is set. Without one, messages are kept on the platform. */
export function sendsMail(): boolean {
  return Boolean(process.env["SMTP_URL"]);
}

/**
 * Posts a message in the transaction of the act that causes it. With a mail server set (`SMTP_URL`) it is sent by a task;
 * without one it is kept in the outbox, where the secretariat reads it.
 */
export async function postMail(tx: Writing, message: Message): Promise<void> {
  const id = randomUUID();
  const sends = sendsMail();
  await tx
    .insertInto("mail.message")
    .values({
      id,
      recipient: message.to,
      subject: message.subject,
      body: message.body,
      calendar: message.calendar?.text ?? null,
      calendar_method: message.calendar?.method ?? null,
      state: sends ? "waiting" : "kept",
    })
    .execute();
  if (sends) await sql`select jobs.enqueue('mail-send', ${JSON.stringify({ message: id })}::json, 8)`.execute(tx);
}

/** A message as the outbox page shows it. */
export interface OutboxEntry {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly state: "kept" | "waiting" | "sent" | "failed";
  readonly problem: string | null;
  /** The method of the calendar that goes with it; null in most messages. */
  readonly calendar: "REQUEST" | "CANCEL" | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

/** The newest messages of the outbox; policy `keepers_read` decides who may. */
export async function outbox(tx: Reading, limit = 100): Promise<OutboxEntry[]> {
  const rows = await tx
    .selectFrom("mail.message")
    .select(["id", "recipient", "subject", "body", "state", "problem", "calendar_method as calendar", "created_at as createdAt", "sent_at as sentAt"])
    .orderBy("created_at", "desc")
    .limit(limit)
    .execute();
  return rows as unknown as OutboxEntry[]; // the check constraint of the table holds the states
}
