import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { themeFromCookie } from "../src/web/page-setting.ts";

/** A page as it was drawn, with its forms for the wire as they are asked for. */
interface Kept {
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly packed: Map<"br" | "gzip", Promise<Uint8Array<ArrayBuffer>>>;
}

/** Pages kept at most; those not asked for longest give way. */
const room = 400;
/** Longest time in milliseconds after a release until every visitor sees it. */
const patience = 1000;

/**
 * Keeps drawn public pages by address and theme until something is published. `stamp` is a word that changes with every
 * release; without it nothing is kept, and pages still get a fingerprint. Only what a page itself calls public is kept, and
 * it is the same for every visitor.
 */
export function pageCache(stamp?: () => Promise<string>) {
  const kept = new Map<string, Kept>();
  let known: { word: string; at: number } | undefined;

  async function refresh(now: number): Promise<void> {
    if (!stamp || (known && now - known.at < patience)) return;
    const word = await stamp();
    if (known?.word !== word) kept.clear();
    known = { word, at: now };
  }

  return async (request: Request, origin: string, draw: () => Promise<Response>): Promise<Response> => {
    if (request.method !== "GET") return draw();
    await refresh(Date.now());
    const { pathname, search } = new URL(request.url);
    const key = `${origin}${pathname}${search} ${themeFromCookie(request.headers.get("cookie")) ?? ""}`;
    const before = kept.get(key);
    if (before) {
      kept.delete(key);
      kept.set(key, before);
      return answer(request, before);
    }
    const drawnUnder = known?.word;
    const response = await draw();
    if (
      response.status !== 200 ||
      response.headers.has("set-cookie") ||
      !response.headers.get("cache-control")?.startsWith("public") ||
      !response.headers.get("content-type")?.startsWith("text/html")
    )
      return response;
    const body = new Uint8Array(await response.arrayBuffer());
    const page: Kept = {
      headers: response.headers,
      body,
      etag: `W/"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`,
      packed: new Map(),
    };
    // A page that was being drawn while something was published may show what was before: it is given out, and not kept.
    if (stamp && drawnUnder === known?.word) kept.set(key, page);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - room))) kept.delete(oldest);
    return answer(request, page);
  };
}

async function answer(request: Request, page: Kept): Promise<Response> {
  const headers = new Headers(page.headers);
  headers.set("ETag", page.etag);
  headers.append("Vary", "Accept-Encoding");
  if ((request.headers.get("if-none-match") ?? "").split(",").some((each) => each.trim() === page.etag))
    return new Response(null, { status: 304, headers });
  const accepted = request.headers.get("accept-encoding") ?? "";
  const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : undefined;
  if (!encoding) return new Response(page.body, { headers });
  const packing = page.packed.get(encoding) ?? pack(page.body, encoding);
  page.packed.set(encoding, packing);
  headers.set("Content-Encoding", encoding);
  return new Response(await packing, { headers });
}

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

async function pack(body: Uint8Array, encoding: "br" | "gzip"): Promise<Uint8Array<ArrayBuffer>> {
  const packed =
    encoding === "br"
      ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_LGWIN]: 20 } })
      : await zip(body);
  return new Uint8Array(packed);
}
