import { type Database, sql } from "#database";
import { type AttemptRefusal, underThrottle } from "./attempt.ts";
import type { Auth } from "./auth.ts";
import { doorOf } from "./door.ts";
import { ask, change } from "./query.ts";
import { type StepDone, finishSetUp } from "./second-step.ts";
import type { KeptSession } from "./session.store.ts";
import { refusable } from "./sign-in.ts";

type CreationOptions = Awaited<ReturnType<Auth["api"]["generatePasskeyRegistrationOptions"]>>;
type ShowingOptions = Awaited<ReturnType<Auth["api"]["generatePasskeyAuthenticationOptions"]>>;
type Answer = NonNullable<Parameters<Auth["api"]["verifyPasskeyAuthentication"]>[0]>["body"]["response"];

/** What the device is asked, and the headers with the cookie that ties its answer to this question. */
export interface PasskeyQuestion<Options> {
  readonly options: Options;
  readonly headers: Headers;
}

const errandOf = ({ account }: KeptSession) => ({ task: "second step", account });

/** The question for a device that shall create a passkey. */
export function askForPasskey(
  database: Database,
  request: Request,
  session: KeptSession,
): Promise<PasskeyQuestion<CreationOptions>> {
  return doorOf(database).ask(errandOf(session), async (auth) => {
    const { response, headers } = await auth.api.generatePasskeyRegistrationOptions({
      headers: request.headers,
      query: {},
      returnHeaders: true,
    });
    return { options: response, headers };
  });
}

/** The question for a device that shall show a passkey of this account. */
export function askToShowPasskey(
  database: Database,
  request: Request,
  session: KeptSession,
): Promise<PasskeyQuestion<ShowingOptions>> {
  return doorOf(database).ask(errandOf(session), async (auth) => {
    const { response, headers } = await auth.api.generatePasskeyAuthenticationOptions({
      headers: request.headers,
      returnHeaders: true,
    });
    return { options: response, headers };
  });
}

/** Keeps the passkey that the device created; it completes a session that waited for its second step. */
export async function keepPasskey(
  database: Database,
  request: Request,
  session: KeptSession,
  answer: string,
  name: string,
): Promise<StepDone | { kind: "refused" }> {
  const response = parsed(answer);
  const kept =
    response &&
    (await doorOf(database).ask(errandOf(session), (auth) =>
      refusable(() => auth.api.verifyPasskeyRegistration({ body: { response, name }, headers: request.headers })),
    ));
  return kept ? finishSetUp(database, session) : { kind: "refused" };
}

/**
 * Tries a passkey as second step. It must be one of the account that showed its password: another person's passkey, though
 * genuine, opens neither account.
 */
export async function showPasskey(
  database: Database,
  request: Request,
  session: KeptSession,
  answer: string,
  now = new Date(),
): Promise<StepDone | AttemptRefusal> {
  const door = doorOf(database);
  const { account } = session;
  const response = parsed(answer);
  const result = await underThrottle(
    database,
    request,
    { key: { kind: "secondStep", of: account }, account, proof: "passkey" },
    now,
    async () => {
      const [own] = await door.pass(errandOf(session), (tx) =>
        ask(tx, sql`select id from identity.passkey where account = ${account} and credential_id = ${response?.id ?? ""}`),
      );
      if (!own || !response) return undefined;
      return door.ask(errandOf(session), (auth) =>
        refusable(() =>
          auth.api.verifyPasskeyAuthentication({ body: { response }, headers: request.headers, returnHeaders: true }),
        ),
      );
    },
  );
  if (result.kind !== "opened") return result;
  const { headers, response: opened } = result.value;
  await door.pass(errandOf(session), async (tx) => {
    await change(
      tx,
      sql`update identity.session set second_factor_at = ${now} where id = ${opened.session.id} and account = ${account}`,
    );
    await change(tx, sql`delete from identity.session where id = ${session.id}`);
  });
  return { kind: "done", headers };
}

/** The answer of the device as an object; nothing when it is no such thing. */
function parsed(answer: string): Answer | undefined {
  try {
    const value: unknown = JSON.parse(answer);
    return typeof value === "object" && value !== null ? (value as Answer) : undefined; // its inside is checked by better-auth
  } catch {
    return undefined;
  }
}
