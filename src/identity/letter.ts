import { type Language, type Office, formatInstant } from "#basics";
import { type Writing, sql } from "#database";
import { postMail } from "#mail";
import { letterWords, shellWords } from "#words";
import { ask } from "./query.ts";

/** Whom a letter goes to. */
export interface Recipient {
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

function letter({ email, name, language }: Recipient, subject: string, body: string) {
  const words = letterWords[language];
  return { to: email, subject, body: `${words.greeting(name)}\n\n${body}\n\n${words.closing}\n` };
}

/** An office with its country, as a letter writes it: 'Punto focal de datos (GTM)'. */
function officeName(office: Office, country: string | null, language: Language): string {
  return `${shellWords[language].officeNames[office]}${country === null ? "" : ` (${country})`}`;
}

/** Sends the link of an invitation. It stands in this letter and nowhere else; the database keeps its digest. */
export function sendInvitationLetter(
  tx: Writing,
  to: Recipient,
  invitation: { office: Office; country: string | null; link: string; expiresAt: Date },
): Promise<void> {
  const { subject, body } = letterWords[to.language].invitation;
  const until = formatInstant(invitation.expiresAt, to.language);
  return postMail(
    tx,
    letter(to, subject, body(officeName(invitation.office, invitation.country, to.language), invitation.link, until)),
  );
}

/** Tells a person with an account that they hold one more office. */
export function sendOfficeLetter(
  tx: Writing,
  to: Recipient,
  held: { office: Office; country: string | null; link: string },
): Promise<void> {
  const { subject, body } = letterWords[to.language].office;
  return postMail(tx, letter(to, subject, body(officeName(held.office, held.country, to.language), held.link)));
}

/** Sends the link to set a new password. */
export async function sendResetLetter(tx: Writing, origin: string, email: string, token: string): Promise<void> {
  const to = await recipient(tx, sql`email = ${email}`);
  if (!to) return;
  const { subject, body } = letterWords[to.language].reset;
  await postMail(tx, letter(to, subject, body(`${origin}/${to.language}/new-password/${token}`)));
}

/** Tells a person about a change of their own account that somebody else could have made. */
export async function sendNotice(tx: Writing, account: string, kind: "passwordChanged" | "factorReset"): Promise<void> {
  const to = await recipient(tx, sql`id = ${account}`);
  if (!to) return;
  const { subject, body } = letterWords[to.language][kind];
  await postMail(tx, letter(to, subject, body));
}

async function recipient(tx: Writing, which: ReturnType<typeof sql>): Promise<Recipient | undefined> {
  const [row] = await ask<Recipient>(tx, sql`select email, name, language from identity.account where ${which}`);
  return row;
}
