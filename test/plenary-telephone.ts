import { createHmac, randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { keyFor } from "../src/identity/auth.ts";
import { sessionCookieName } from "../src/identity/session.ts";
import { plenaryVoteWords } from "../src/words/plenary-vote.ts";
import { asOwner } from "./world.ts";

/** A delegate's telephone that is signed in. */
export interface Telephone {
  readonly country: string;
  readonly cookie: string;
}

/** Signs people in as the sign-in door does once their proofs are right, one session each; gives their cookies in the order of the accounts. */
export async function signedIn({ ownerUrl, secret }: { readonly ownerUrl: string; readonly secret: string }, accounts: readonly string[]): Promise<string[]> {
  const tokens = accounts.map((account) => ({ account, token: randomBytes(24).toString("base64url") }));
  await asOwner(ownerUrl, async (client) => {
    await client.query("begin; set local role corett_auth");
    for (const { account, token } of tokens)
      await client.query("insert into identity.session (account, token, expires_at, second_factor_at) values ($1, $2, now() + interval '4 hours', now())", [account, token]);
    await client.query("commit");
  });
  return tokens.map(({ token }) => {
    const seal = createHmac("sha256", keyFor("sessions", secret)).update(token).digest("base64");
    return `${sessionCookieName(false)}=${encodeURIComponent(`${token}.${seal}`)}`;
  });
}

/** What a server answered. */
export interface Answered {
  readonly status: number;
  readonly text: string;
}

// Like telephones: each question on a connection of its own, so that a killed server leaves no half-used ones behind.
const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

/** Asks a server as a telephone: a page, or with `form` an act. Rejects when the line is cut before the whole answer came. */
export function telephoneAsks(url: string, { cookie }: Telephone, form?: Readonly<Record<string, string>>, hold = 0): Promise<Answered> {
  const body = form === undefined ? undefined : new URLSearchParams(form).toString();
  return new Promise((answered, reject) => {
    const asked = request(url, {
      agent,
      method: body === undefined ? "GET" : "POST",
      headers: {
        cookie,
        origin: new URL(url).origin,
        "x-test-hold": String(hold),
        ...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded", "content-length": String(Buffer.byteLength(body)) }),
      },
    });
    asked.once("error", reject);
    asked.once("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (piece: string) => (text += piece));
      answer.once("error", reject);
      answer.once("close", () => (answer.complete ? answered({ status: answer.statusCode ?? 0, text }) : reject(new Error("the line was cut"))));
    });
    asked.end(body);
  });
}

/** Where a delegate votes, below the address of a server. */
export function ballotAddress(meeting: string, vote: string): string {
  return `/es/workspace/meetings/${meeting}/votes/${vote}/ballot`;
}

/** The form of an open ballot paper as the telephone would send it; of a secret vote with the slip that is on the page. */
export async function ballotForm(url: string, telephone: Telephone, option: number): Promise<Readonly<Record<string, string>>> {
  const page = await telephoneAsks(url, telephone);
  if (page.status !== 200 || !page.text.includes('name="option"')) throw new Error(`${telephone.country} got no ballot paper: ${page.status} ${page.text.slice(0, 400)}`);
  const slip = /name="slip" value="([^"]+)"/.exec(page.text)?.[1];
  return { act: "cast", option: String(option), confirm: "yes", ...(slip === undefined ? {} : { slip }) };
}

/** Whether an answer tells the delegate that the ballot is in the urn: from then on it must never be lost. */
export function isAcknowledged({ status, text }: Answered): boolean {
  return status === 200 && text.includes(plenaryVoteWords.es.ballot.kept);
}
