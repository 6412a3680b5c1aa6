import type { MiddlewareHandler } from "hono";

const unsafe = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** Headers of every answer. Pages bring their own content policy; any other answer may load and run nothing. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const headers = c.res.headers;
  if (!headers.has("Content-Security-Policy"))
    headers.set(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self'; frame-ancestors 'none'",
    );
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  if (!headers.has("Cross-Origin-Resource-Policy")) headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
  if (new URL(c.req.url).protocol === "https:") headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
};

/**
 * Lets a request that changes something pass only if this site's own pages sent it, so that another site cannot use a
 * member's session. Programs without cookies send none of these headers and carry their own credentials: they pass.
 */
export function ownPagesOnly(origin: (request: Request) => string): MiddlewareHandler {
  return async (c, next) => {
    if (unsafe.has(c.req.method) && !isFromOwnPage(c.req.raw, origin(c.req.raw))) return c.text("Forbidden", 403);
    return next();
  };
}

function isFromOwnPage({ headers }: Request, ownOrigin: string): boolean {
  const from = headers.get("origin");
  if (from !== null && from !== "null") return from === ownOrigin;
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return from === null && !headers.has("cookie");
}
