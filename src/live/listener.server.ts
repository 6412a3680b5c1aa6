import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

/** What the listener reports. */
export interface ListenerParts {
  /** Address and login of the database. The connection must be the listener's own: a pooler that shares connections loses notices. */
  readonly listenUrl: string;
  readonly onTold: (topic: string) => void;
  /** It listens, for the first time or again: notices before this moment may have been missed. */
  readonly onListening: () => void;
  /** It no longer listens; it tries again by itself. Called for each failed attempt. */
  readonly onLost: (fault: unknown) => void;
  /** Milliseconds between two questions whether the connection still lives. */
  readonly pulse: number;
}

/** Longest time in milliseconds for a connection or an answer of the database to come. */
const patience = 5000;
/** Pauses in milliseconds before the next attempt; the last one repeats. */
const backoff = [50, 100, 200, 500, 1000, 2000] as const;

/** Keeps one connection that listens, and makes a new one whenever it is lost, until closed. */
export function openListener(parts: ListenerParts): { readonly close: () => Promise<void> } {
  const closing = new AbortController();
  const kept = keep(parts, closing.signal);
  return {
    close: async () => {
      closing.abort();
      await kept;
    },
  };
}

async function keep(parts: ListenerParts, closing: AbortSignal): Promise<void> {
  for (let failed = 0; !closing.aborted; failed += 1) {
    const fault = await listen(parts, closing, () => (failed = 0));
    if (closing.aborted) return;
    parts.onLost(fault);
    // Not all processes of a platform at the same moment.
    const rest = (backoff[failed] ?? 2000) * (0.75 + Math.random() / 2);
    await pause(rest, undefined, { signal: closing }).catch(() => undefined);
  }
}

/** Listens until the connection is lost, and gives the reason. */
async function listen(parts: ListenerParts, closing: AbortSignal, onListening: () => void): Promise<unknown> {
  const client = new Client({
    connectionString: parts.listenUrl,
    application_name: "corett-live",
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    keepAlive: true,
  });
  const lost = new Promise<unknown>((resolve) => {
    client.on("error", resolve);
    client.on("end", () => resolve(new Error("The listening connection ended")));
    closing.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  client.on("notification", ({ payload }) => parts.onTold(payload ?? ""));
  try {
    await client.connect();
    await client.query("listen corett_live");
    if (closing.aborted) return undefined;
    onListening();
    parts.onListening();
    return await Promise.race([lost, untilSilent(client, parts.pulse, lost)]);
  } catch (fault) {
    return fault;
  } finally {
    await Promise.race([client.end().catch(() => undefined), pause(1000, undefined, { ref: false })]);
  }
}

/** A connection cut without a word (a router restarted, a cable pulled) shows only when something is asked. */
async function untilSilent(client: Client, pulse: number, lost: Promise<unknown>): Promise<unknown> {
  const over = new AbortController();
  void lost.then(() => over.abort());
  while (!over.signal.aborted) {
    await pause(pulse, undefined, { signal: over.signal }).catch(() => undefined);
    if (over.signal.aborted) break;
    const fault: unknown = await client.query("select 1").then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (fault !== undefined) return fault;
  }
  return lost;
}
