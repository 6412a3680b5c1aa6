import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import type { Actor } from "#basics";
import { favicon } from "#brand";
import type { Database } from "#database";
import { type BuildSource, pageHandler } from "./pages.ts";
import { pageCache } from "./page-cache.ts";
import { ownPagesOnly, securityHeaders } from "./security.ts";
import { themeChoice } from "./theme.ts";

/** Largest body of a form, and of a form with a file, in bytes. Streams over it are cut off. */
export const bodyLimits = { form: 1_000_000, file: 64 * 1024 * 1024 } as const;

/** What the outer server is made of. */
export interface ServerParts {
  readonly database: Database;
  /** Who sends a request; without it everyone is a visitor. */
  readonly resolveActor?: (request: Request) => Promise<Actor>;
  /** Further answers by path, before the pages: `{ "/auth/*": handler }`. */
  readonly mounts?: Readonly<Record<string, (request: Request, actor: Actor) => Response | Promise<Response>>>;
  /** Tells `/health` whether the parts behind the server answer. */
  readonly isHealthy?: () => Promise<boolean>;
  /** Public address where it differs from what requests say, as behind a proxy: `https://corett.example`. */
  readonly origin?: string;
  readonly isDemo?: boolean;
  /** The secret of this installation, for keys that must not be in the database. */
  readonly secret?: string;
  /** The built pages; the project's `build/` when left out. */
  readonly build?: BuildSource;
  /** A word that changes with every release: public pages are kept in memory until it does. Without it none is kept. */
  readonly pageStamp?: () => Promise<string>;
  /** Folder of the built scripts, styles and fonts. */
  readonly assets?: string;
}

/** The whole platform as one function from request to answer. It keeps no state, so several may run behind one address. */
export function createServer(parts: ServerParts) {
  const { resolveActor = async () => ({ kind: "public" }) as const, isHealthy = async () => true, mounts = {} } = parts;
  const originOf = (request: Request) => parts.origin ?? new URL(request.url).origin;
  const app = new Hono<{ Variables: { requestId: string; actor: Actor } }>();

  app.use(async (c, next) => {
    c.set("requestId", randomUUID());
    await next();
    c.res.headers.set("X-Request-Id", c.get("requestId"));
  });
  app.use(securityHeaders);
  app.use(compress());

  app.get("/health", async (c) =>
    (await isHealthy().catch(() => false)) ? c.json({ status: "ok" }) : c.json({ status: "failing" }, 503),
  );
  app.get("/favicon.svg", (c) =>
    c.body(favicon(), 200, { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" }),
  );
  app.get("/favicon.ico", (c) => c.redirect("/favicon.svg", 301));
  app.get("/robots.txt", (c) => c.text("User-agent: *\nDisallow: /es/workspace\nDisallow: /en/workspace\nAllow: /\n"));
  app.use("/assets/*", serveAssets(parts.assets ?? resolve(import.meta.dirname, "../build/client")));

  app.use(ownPagesOnly(originOf));
  app.use(async (c, next) => {
    c.set("actor", await resolveActor(c.req.raw));
    return next();
  });
  app.use(async (c, next) => {
    const isFile = c.get("actor").kind === "member" && (c.req.header("content-type") ?? "").startsWith("multipart/form-data");
    return bodyLimit({ maxSize: isFile ? bodyLimits.file : bodyLimits.form, onError: (each) => each.text("Too large", 413) })(
      c,
      next,
    );
  });

  app.post("/theme", (c) => themeChoice(c.req.raw));
  for (const [path, answer] of Object.entries(mounts)) app.all(path, (c) => answer(c.req.raw, c.get("actor")));

  const pages = pageHandler(parts.build);
  const cached = pageCache(parts.pageStamp);
  app.all("*", (c) => {
    const origin = originOf(c.req.raw);
    const facts = { database: parts.database, actor: c.get("actor"), requestId: c.get("requestId"), isDemo: parts.isDemo ?? false, origin, ...(parts.secret ? { secret: parts.secret } : {}) };
    return cached(c.req.raw, origin, () => pages(c.req.raw, facts));
  });
  app.onError((error, c) => {
    console.error(`request ${c.get("requestId")}`, error);
    return c.text(`500 · ${c.get("requestId")}`, 500);
  });
  return app;
}

/** Built files carry a fingerprint in their name: whoever has one need never ask again. */
function serveAssets(root: string) {
  return serveStatic({
    root,
    precompressed: true,
    onFound: (_path, c) => c.header("Cache-Control", "public, max-age=31536000, immutable"),
  });
}
