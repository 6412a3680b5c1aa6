import { identityWords } from "#words";
import { type Member, type Platform, demoMember } from "./platform.ts";

/** Somebody who asks the platform without a browser: addresses as they are, redirects not followed. */
export interface Asker {
  readonly name: string;
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answer>;
}

/** What came back, as bytes and as text. */
export interface Answer {
  readonly status: number;
  readonly to: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** The public, or a person signed in as an account of the demonstration. */
export async function askerFor({ origin }: Platform, member?: Member): Promise<Asker> {
  let cookie = "";
  const ask = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const answer = await fetch(`${origin}${path}`, { redirect: "manual", ...init, headers: { origin, ...(cookie === "" ? {} : { cookie }) } });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { status: answer.status, to: answer.headers.get("location") ?? "", bytes, text: Buffer.from(bytes).toString("utf8") };
  };
  if (member) {
    const answer = await fetch(`${origin}/es/demo-sign-in`, { method: "POST", redirect: "manual", headers: { origin }, body: new URLSearchParams({ account: member.account }) });
    cookie = answer.headers.getSetCookie().map((each) => each.split(";")[0]).join("; ");
    if (answer.status !== 303 || cookie === "") throw new Error(`${identityWords.es.demo.enter(member.name)}: ${answer.status}`);
  }
  return {
    name: member ? `${member.office} ${member.country ?? ""}`.trim() : "public",
    get: (path) => ask(path),
    post: (path, fields) => ask(path, { method: "POST", body: new URLSearchParams(fields) }),
  };
}

/** Those who must not see Guatemala's unpublished figures, by what the tests call them. */
export const strangers: Readonly<Record<string, Member | undefined>> = {
  "the public": undefined,
  "another country's focal point": demoMember("focal-point", "HND"),
  "another country's titular delegate": demoMember("delegate-titular", "HND"),
  "another country's alternate delegate": demoMember("delegate-alternate", "HND"),
  "the country's own communicator": demoMember("communicator", "GTM"),
  "an observer": demoMember("observer"),
  "the presidency": demoMember("presidency"),
  "the administrator": demoMember("administrator"),
};
