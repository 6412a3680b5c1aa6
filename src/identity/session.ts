import { createHmac, timingSafeEqual } from "node:crypto";

const hour = 3_600_000;

/** A session that nobody used for this long has ended. Milliseconds. */
export const longestIdle = 4 * hour;

/** However busy, a session ends after this time: a working day. Milliseconds. */
export const longestSession = 16 * hour;

/** The heartbeat of a session is written at most this often. Milliseconds. */
export const heartbeat = 5 * 60_000;

/** What the rules need to know of a session. */
export interface SessionTimes {
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly updatedAt: Date;
}

/** Tells whether a session still stands: used lately enough, and not older than a working day. */
export function isLive({ createdAt, expiresAt }: SessionTimes, now: Date): boolean {
  return expiresAt > now && now.getTime() - createdAt.getTime() < longestSession;
}

/** When the session would end if it is used now, or nothing while the last heartbeat is fresh. */
export function renewedUntil({ createdAt, updatedAt }: SessionTimes, now: Date): Date | undefined {
  if (now.getTime() - updatedAt.getTime() < heartbeat) return undefined;
  return new Date(Math.min(now.getTime() + longestIdle, createdAt.getTime() + longestSession));
}

/** Name of the session cookie, as better-auth writes it for this platform. */
export function sessionCookieName(isSecure: boolean): string {
  return `${isSecure ? "__Secure-" : ""}corett.session_token`;
}

/**
 * The session token that a Cookie header carries, if its signature is ours; better-auth signs it as `token.base64(hmac)`.
 *
 * A copied database alone opens nothing: the signature needs the key, which is not in it.
 */
export function sessionToken(cookies: string | null, key: string, isSecure: boolean): string | undefined {
  const prefix = `${sessionCookieName(isSecure)}=`;
  const pair = cookies?.split(/;\s*/).find((each) => each.startsWith(prefix));
  if (!pair) return undefined;
  let value: string;
  try {
    value = decodeURIComponent(pair.slice(prefix.length));
  } catch {
    return undefined;
  }
  const dot = value.lastIndexOf(".");
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const expected = createHmac("sha256", key).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

/** A device in words short enough for a list: browser and system as the browser named them. */
export function deviceOf(userAgent: string | null): string {
  const agent = userAgent ?? "";
  const browser = [
    [/Edg\//, "Edge"],
    [/OPR\//, "Opera"],
    [/SamsungBrowser/, "Samsung Internet"],
    [/Firefox\//, "Firefox"],
    [/Chrome\//, "Chrome"],
    [/Safari\//, "Safari"],
  ].find(([pattern]) => (pattern as RegExp).test(agent))?.[1] as string | undefined;
  const system = [
    [/Android/, "Android"],
    [/iPhone|iPad/, "iOS"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/Linux/, "Linux"],
  ].find(([pattern]) => (pattern as RegExp).test(agent))?.[1] as string | undefined;
  return [browser, system].filter(Boolean).join(", ");
}
