import { type Database, type Writing, sql } from "#database";
import { type Auth, type DoorSettings, createAuth, keyFor } from "./auth.ts";
import { type DoorErrand, onErrand } from "./door-dialect.ts";
import { sendResetLetter } from "./letter.ts";

/** The sign-in door of one platform: better-auth, and the same role for this slice's own statements. */
export interface Door {
  readonly auth: Auth;
  readonly origin: string;
  readonly isSecure: boolean;
  readonly sessionKey: string;
  readonly authenticatorKey: string;
  /** Runs `work` in one transaction as the sign-in door, audited in the name of the errand. */
  readonly pass: <T>(errand: DoorErrand, work: (tx: Writing) => Promise<T>) => Promise<T>;
  /** Runs better-auth's functions, audited in the name of the errand. */
  readonly ask: <T>(errand: DoorErrand, work: (auth: Auth) => Promise<T>) => Promise<T>;
}

// The built pages carry their own copy of this module beside the server's; both must find the door that the server opened.
const registry = Symbol.for("corett.identity.doors");
type Registry = { [registry]?: WeakMap<Database, Door> };
const doors = ((globalThis as Registry)[registry] ??= new WeakMap<Database, Door>());

/** Opens the sign-in door of a database. The server calls it once at start; pages then find it by the database. */
export function openDoor(database: Database, settings: DoorSettings): Door {
  const pass: Door["pass"] = ({ task, account }, work) =>
    database.transaction().execute(async (tx) => {
      await sql`select set_config('role', 'corett_auth', true), set_config('app.account', ${account ?? ""}, true),
        set_config('app.task', ${task}, true), set_config('app.country', '', true), set_config('app.office', '', true)`.execute(
        tx,
      );
      return work(tx);
    });
  const auth = createAuth(database, settings, (email, token) =>
    pass({ task: "password reset" }, (tx) => sendResetLetter(tx, settings.origin, email, token)),
  );
  const door: Door = {
    auth,
    origin: settings.origin,
    isSecure: settings.origin.startsWith("https:"),
    sessionKey: keyFor("sessions", settings.secret),
    authenticatorKey: keyFor("authenticators", settings.secret),
    pass,
    ask: (errand, work) => onErrand(errand, () => work(auth)),
  };
  doors.set(database, door);
  return door;
}

/** The door that was opened for this database. Throws when the server forgot to open it. */
export function doorOf(database: Database): Door {
  const door = doors.get(database);
  if (!door) throw new Error("The sign-in door is closed: call openDoor(database, { secret, origin }) at start.");
  return door;
}
