import { type Actor, type Language, addMonths, isDay } from "#basics";
import type { Crime } from "./crime.ts";

/** What a contact is for. 'urgent' is whom to call when a person is in danger now. */
export const contactKinds = ["authority", "delegate", "focal-point", "technical", "communication", "urgent"] as const;
export type ContactKind = (typeof contactKinds)[number];

/**
 * Months after which an entry that nobody confirmed is stale: the directory asks its keeper whether it still holds.
 * Source: the plenary's requirement, point 1, 'a reminder when an entry is older than six months'.
 */
export const staleAfterMonths = 6;
/** Months between two reminders of one country by mail. */
export const remindEveryMonths = 1;

/** Who keeps an entry: a country its own; the secretariat those of organisations and of the coalition's organs. */
export type ContactKeeper = { readonly country: string } | { readonly organisation: string } | { readonly organ: string };

/** What is said of a contact. */
export interface ContactFacts {
  readonly name: string;
  readonly post?: string;
  readonly institution?: string;
  readonly email?: string;
  readonly telephone?: string;
  readonly crime: Crime;
  readonly language: Language;
  readonly kind: ContactKind;
}

/** An entry of the directory. `confirmedOn` is the ISO day on which its keeper last said that it holds. */
export interface Contact extends ContactFacts {
  readonly id: string;
  readonly keeper: ContactKeeper;
  readonly confirmedOn: string;
}

/** Why an entry cannot be kept as asked. */
export type ContactRefusal = "not-found" | "not-yours";

/** Problems of an entry by field; words that the page turns into sentences. */
export function contactProblems(facts: {
  readonly name: string;
  readonly email: string;
  readonly telephone: string;
}): Readonly<Record<string, readonly string[]>> {
  return {
    ...(facts.name.trim() === "" ? { name: ["contact-name-needed"] } : {}),
    ...(facts.email === "" && facts.telephone === "" ? { email: ["contact-reach-needed"] } : {}),
    ...(facts.email !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(facts.email) ? { email: ["contact-email-wrong"] } : {}),
    ...(facts.telephone !== "" && !/^\+?[\d\s().\-/]{6,}(\s*(ext|x)\.?\s*\d+)?$/i.test(facts.telephone)
      ? { telephone: ["contact-telephone-wrong"] }
      : {}),
  };
}

/** Whether an entry is older than six months on a day: from the day after the one on which the six months are full. */
export function isStale({ confirmedOn }: { readonly confirmedOn: string }, today: string): boolean {
  return addMonths(confirmedOn, staleAfterMonths) < today;
}

/** The entries that are stale on a day. */
export function staleContacts<Entry extends { readonly confirmedOn: string }>(
  entries: readonly Entry[],
  today: string,
): Entry[] {
  return entries.filter((entry) => isStale(entry, today));
}

/** A country that is to be reminded, with how many of its entries are stale. */
export interface ContactReminder {
  readonly country: string;
  readonly stale: number;
}

/**
 * Which countries are reminded on a day: those with a stale entry, if a month has passed since they were last reminded.
 * `reminded` holds the ISO days of earlier reminders.
 */
export function contactRemindersDue(
  entries: readonly { readonly country: string; readonly confirmedOn: string }[],
  reminded: readonly { readonly country: string; readonly on: string }[],
  today: string,
): ContactReminder[] {
  if (!isDay(today)) throw new RangeError("today must be an ISO day");
  const due = [...Map.groupBy(staleContacts(entries, today), ({ country }) => country)];
  return due
    .filter(([country]) => reminded.every((each) => each.country !== country || addMonths(each.on, remindEveryMonths) <= today))
    .map(([country, stale]) => ({ country, stale: stale.length }));
}

/** Whether the actor keeps an entry: a state's people their country's, the secretariat those of organs and organisations. */
export function keepsContact(actor: Actor, keeper: ContactKeeper): boolean {
  if (actor.kind !== "member") return false;
  return "country" in keeper ? actor.country === keeper.country : actor.office === "secretariat";
}

/** Reads who keeps an entry from a form or an address: 'country GTM', 'organ presidency', 'organisation iom'. */
export function keeperOf(text: string): ContactKeeper | undefined {
  const [kind, code = "", ...more] = text.split(" ");
  if (code === "" || more.length > 0) return undefined;
  if (kind === "country") return { country: code };
  if (kind === "organ") return { organ: code };
  return kind === "organisation" ? { organisation: code } : undefined;
}
