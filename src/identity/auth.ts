import { createHmac } from "node:crypto";
import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { Kysely } from "kysely";
import { z } from "zod";
import type { Database } from "#database";
import { doorDialect } from "./door-dialect.ts";
import { longestIdle } from "./session.ts";

/** What the sign-in door must know of its installation. */
export interface DoorSettings {
  /** The installation's secret; keys for cookies and authenticators are derived from it. */
  readonly secret: string;
  /** Public address of the platform: `https://corett.example`. Links in mail begin with it, and passkeys belong to it. */
  readonly origin: string;
}

/** The key of one purpose, derived from the installation's secret. */
export function keyFor(purpose: string, secret: string): string {
  return createHmac("sha256", secret).update(`identity ${purpose}`).digest("hex");
}

/** Opens a session for an account whose proofs the platform itself has checked. It has no address on the web. */
const beginSession = createAuthEndpoint.serverOnly(
  { method: "POST", body: z.object({ account: z.uuid(), secondFactorAt: z.date().nullable() }) },
  async (ctx) => {
    const user = await ctx.context.internalAdapter.findUserById(ctx.body.account);
    if (!user) throw ctx.error("NOT_FOUND");
    const session = await ctx.context.internalAdapter.createSession(user.id, false, {
      secondFactorAt: ctx.body.secondFactorAt,
    });
    await setSessionCookie(ctx, { session, user });
    return ctx.json({ id: session.id });
  },
);

/**
 * better-auth over the tables of schema `identity`: digests of passwords, sessions and their cookie, password reset, passkeys.
 *
 * Only its server functions are used; none of its web addresses is opened. Whether a second factor was shown stands in the
 * session (`secondFactorAt`) and is decided by the rules of this slice.
 */
export function createAuth(
  database: Database,
  { secret, origin }: DoorSettings,
  sendReset: (email: string, token: string) => Promise<void>,
) {
  const url = new URL(origin);
  // A passkey belongs to a name, never to a number: on this machine alone that name is localhost.
  const isNumber = /^[\d.]+$|^\[/.test(url.hostname);
  const named = isNumber ? `${url.protocol}//localhost${url.port ? `:${url.port}` : ""}` : origin;
  return betterAuth({
    appName: "CORETT",
    baseURL: origin,
    basePath: "/auth",
    secret: keyFor("sessions", secret),
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: {
      db: new Kysely<Record<string, never>>({ dialect: doorDialect(database) }),
      type: "postgres",
      schemaName: "identity",
    },
    user: {
      modelName: "account",
      fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
    },
    session: {
      modelName: "session",
      fields: {
        userId: "account",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
      additionalFields: {
        secondFactorAt: { type: "date", required: false, input: false, fieldName: "second_factor_at" },
      },
      expiresIn: longestIdle / 1000,
      disableSessionRefresh: true,
      freshAge: 0,
    },
    account: {
      modelName: "credential",
      fields: {
        userId: "account",
        providerId: "provider_id",
        accountId: "account_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        createdAt: "created_at",
        updatedAt: "updated_at",
      },
    },
    verification: {
      modelName: "verification",
      fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
      storeIdentifier: "hashed",
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      resetPasswordTokenExpiresIn: 60 * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendReset(user.email, token),
    },
    // The platform's own throttle counts in the same database, also without a web address; see throttle.store.ts.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "corett",
      useSecureCookies: url.protocol === "https:",
      database: { generateId: "uuid" },
      ipAddress: { ipAddressHeaders: ["x-corett-address"] },
    },
    plugins: [
      passkey({
        rpID: new URL(named).hostname,
        rpName: "CORETT",
        origin: named,
        schema: {
          passkey: {
            fields: {
              userId: "account",
              publicKey: "public_key",
              credentialID: "credential_id",
              deviceType: "device_type",
              backedUp: "backed_up",
              createdAt: "created_at",
            },
          },
        },
      }),
      { id: "corett", endpoints: { beginSession } },
    ],
  });
}

/** better-auth as this platform sets it up. */
export type Auth = ReturnType<typeof createAuth>;
