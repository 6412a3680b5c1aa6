import type { Browser, Page } from "playwright-core";
import type { Language } from "#basics";
import { nine } from "../../plenary-meeting.ts";
import { type Member, type Platform, demoMember } from "./platform.ts";
import { visit } from "./visit.ts";

export type Country = (typeof nine)[number];

/** A delegation's telephone: a browser context of its own, in the language of its country. */
export interface Telephone {
  readonly country: Country;
  readonly language: Language;
  readonly member: Member;
  readonly page: Page;
  /** Whether its pages run their script; without, nothing on them follows by itself. */
  readonly isScripted: boolean;
}

/** Everybody who takes part in a meeting, each in a browser context of their own. */
export interface People {
  readonly secretariat: Page;
  readonly presidency: Page;
  readonly observer: Page;
  readonly delegations: readonly Telephone[];
  readonly of: (country: Country) => Telephone;
}

/** The delegation whose telephone runs no script for the whole journey. */
export const scriptless: Country = "NIC";

/** Signs in secretariat, presidency, an observer and the nine titular delegates; Belize reads English. */
export async function openPeople(browser: Browser, platform: Platform): Promise<People> {
  await fetch(`${platform.origin}/es/sign-in`); // a server that has just begun takes its time for the first page
  const desk = (office: Parameters<typeof demoMember>[0]) => visit(browser, platform, { as: demoMember(office) });
  const [secretariat, presidency, observer] = [await desk("secretariat"), await desk("presidency"), await desk("observer")];
  const delegations: Telephone[] = [];
  for (const country of nine) {
    const language = country === "BLZ" ? "en" : "es";
    const member = demoMember("delegate-titular", country);
    const isScripted = country !== scriptless;
    const page = await visit(browser, platform, { as: member, language, width: 390, script: isScripted });
    delegations.push({ country, language, member, page, isScripted });
  }
  return {
    secretariat,
    presidency,
    observer,
    delegations,
    of: (country) => {
      const found = delegations.find((each) => each.country === country);
      if (!found) throw new Error(`No telephone of ${country}`);
      return found;
    },
  };
}

/** Does the same with several telephones side by side: three at a time, as many as two cores bear. */
export async function each(telephones: readonly Telephone[], work: (telephone: Telephone) => Promise<void>): Promise<void> {
  const waiting = [...telephones];
  await Promise.all(
    Array.from({ length: 3 }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
    }),
  );
}
