import type { Actor, Office } from "#basics";

interface Capability {
  readonly offices: readonly Office[];
  /** The act concerns one state: an office of a state acts for its own country only. */
  readonly ofCountry?: true;
}

const everyone = [
  "secretariat",
  "presidency",
  "delegate-titular",
  "delegate-alternate",
  "focal-point",
  "communicator",
  "observer",
  "administrator",
] as const;
const signers = ["delegate-titular", "delegate-alternate"] as const;
const keepers = ["secretariat", "administrator"] as const;

/**
 * Who does what, by office. Row-level security holds the same in the database; the state that a thing is in is judged by
 * the slice it belongs to.
 */
export const capabilities = {
  "collection.open": { offices: ["secretariat"] },
  "collection.remind": { offices: ["secretariat"] },
  "collection.close": { offices: ["secretariat"] },
  "collection.board": { offices: ["secretariat", "presidency", ...signers, "focal-point"] },
  "submission.read": { offices: ["secretariat", ...signers, "focal-point"], ofCountry: true },
  "submission.enter": { offices: [...signers, "focal-point"], ofCountry: true },
  "submission.submit": { offices: ["focal-point"], ofCountry: true },
  "submission.sign": { offices: signers, ofCountry: true },
  "submission.review": { offices: ["secretariat"] },
  "country-page.approve": { offices: signers, ofCountry: true },
  "country-page.adapt": { offices: ["communicator"], ofCountry: true },
  "release.build": { offices: ["secretariat"] },
  "release.publish": { offices: ["secretariat"] },
  "people.read": { offices: keepers },
  "people.invite": { offices: keepers },
  "people.end-office": { offices: keepers },
  "people.reset-second-factor": { offices: keepers },
  "audit.read": { offices: keepers },
  "jobs.read": { offices: keepers },
  "mail.read": { offices: keepers },
  "account.keep": { offices: everyone },
} as const satisfies Record<string, Capability>;

/** The name of an act that an office may or may not do. */
export type ActName = keyof typeof capabilities;

/** Why an act is closed to an actor: not signed in, another office does it, or another country's. */
export type Forbidden = "sign-in-first" | "not-your-office" | "not-your-country";

/**
 * Whether the actor may do the act: 'allowed', or the word for the reason that the page shows beside the disabled button.
 *
 * `country` is the state that the act concerns, as ISO 3166-1 alpha-3; needed for acts that concern one.
 */
export function may(actor: Actor, act: ActName, country?: string): "allowed" | Forbidden {
  if (actor.kind === "system") return "allowed";
  if (actor.kind === "public") return "sign-in-first";
  const rule: Capability = capabilities[act];
  if (!rule.offices.includes(actor.office)) return "not-your-office";
  return rule.ofCountry && actor.country !== undefined && country !== actor.country ? "not-your-country" : "allowed";
}

/** The offices that do an act, for the reason in words: 'Lo hace la delegación titular'. */
export function officesFor(act: ActName): readonly Office[] {
  return capabilities[act].offices;
}
