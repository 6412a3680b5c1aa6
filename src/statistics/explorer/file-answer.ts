import { type Zippable, zipSync } from "fflate";
import type { Database } from "#database";
import { rasterize } from "#documents";
import { sha256 } from "../release/manifest.ts";
import { zipName } from "./address.ts";
import { findRelease, publishedBytes, publishedFile } from "./published.store.ts";

/** Width in pixels of the small picture that a page shows of an infographic. */
const previewWidth = 320;
const previews = new Map<string, Uint8Array>();

/** Answers with a file of a published release: its bytes never change, so whoever has them need not ask again. 404 else. */
export async function fileAnswer(
  database: Database,
  request: Request,
  asked: { collection: string; version: string; path: string },
): Promise<Response> {
  const version = /^[1-9]\d{0,3}$/.test(asked.version) ? Number(asked.version) : undefined;
  if (version === undefined) return missing();
  const { collection, path } = asked;
  if (path === zipName({ collection, version })) return archiveAnswer(database, request, collection, version);
  if (path.endsWith(".preview.png")) return previewAnswer(database, request, collection, version, path);
  const file = await publishedFile(database, collection, version, path);
  if (!file) return missing();
  const name = `corett-${collection}-v${version}-${path.split("/").at(-1)}`;
  return answer(request, new Uint8Array(file.bytes), { mediaType: file.mediaType, etag: file.sha256, name });
}

/** All files in one archive with a folder of its own. Times inside are the day of publication, so that it is the same each time. */
async function archiveAnswer(database: Database, request: Request, collection: string, version: number): Promise<Response> {
  const found = await findRelease(database, { collection, version });
  if (!found) return missing();
  const etag = sha256(`zip ${found.head.manifestSha256}`);
  const name = zipName({ collection, version });
  if (isKnown(request, etag)) return answer(request, new Uint8Array(), { mediaType: "application/zip", etag, name });
  const [year = 1980, month = 1, day = 1] = found.head.publishedOn.split("-").map(Number);
  // A ZIP keeps local time without a zone: noon of that day as the parts of a local date, wherever the server stands.
  const mtime = new Date(year, month - 1, day, 12);
  const files: Zippable = {};
  for (const { path, bytes } of await publishedBytes(database, collection, version)) {
    const isPacked = /\.(png|pdf|xlsx)$/.test(path);
    files[`${name.replace(/\.zip$/, "")}/${path}`] = [new Uint8Array(bytes), { level: isPacked ? 0 : 6, mtime }];
  }
  return answer(request, zipSync(files), { mediaType: "application/zip", etag, name });
}

async function previewAnswer(
  database: Database,
  request: Request,
  collection: string,
  version: number,
  path: string,
): Promise<Response> {
  const file = await publishedFile(database, collection, version, path.replace(/\.preview\.png$/, ".svg"));
  if (!file) return missing();
  const etag = sha256(`preview ${previewWidth} ${file.sha256}`);
  const bytes = previews.get(file.sha256) ?? (await rasterize(Buffer.from(file.bytes).toString("utf8"), previewWidth));
  previews.set(file.sha256, bytes);
  for (const oldest of [...previews.keys()].slice(0, Math.max(0, previews.size - 120))) previews.delete(oldest);
  return answer(request, bytes, { mediaType: "image/png", etag, name: path.split("/").at(-1) ?? "preview.png" });
}

const inline = /^(image\/|application\/pdf|text\/plain)/;

function answer(
  request: Request,
  bytes: Uint8Array,
  { mediaType, etag, name }: { mediaType: string; etag: string; name: string },
): Response {
  const headers = new Headers({
    "Content-Type": mediaType,
    "Cache-Control": "public, max-age=31536000, immutable",
    ETag: `"${etag}"`,
    "Content-Disposition": `${inline.test(mediaType) ? "inline" : "attachment"}; filename="${name.replaceAll("/", "-")}"`,
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    // Drawings carry their own letters and styles and may run and load nothing else.
    "Content-Security-Policy":
      "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; frame-ancestors 'none'",
  });
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  headers.set("Content-Length", String(bytes.length));
  return new Response(request.method === "HEAD" ? null : (bytes as Uint8Array<ArrayBuffer>), { headers });
}

function isKnown(request: Request, etag: string): boolean {
  return (request.headers.get("if-none-match") ?? "")
    .split(",")
    .some((each) => each.trim().replace(/^W\//, "") === `"${etag}"`);
}

function missing(): Response {
  return new Response("404", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
