import type { FileContent } from "./document.store.ts";

const shown: ReadonlySet<string> = new Set(["application/pdf", "image/png", "image/jpeg", "text/plain"]);

/**
 * Answers with an archived file, or with 404 where the asker has none to read. A public file never changes and may be kept by
 * everyone; any other is kept by its reader's browser alone and asked for again.
 */
export function archivedFileAnswer(request: Request, file: Omit<FileContent, "format" | "language"> | undefined): Response {
  if (!file)
    return new Response("404", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" } });
  const etag = `"${file.sha256}"`;
  const ascii = file.name.normalize("NFD").replace(/[^\x20-\x7e]/g, "").replace(/["\\]/g, "");
  const headers = new Headers({
    "Content-Type": file.mediaType.startsWith("text/") ? `${file.mediaType}; charset=utf-8` : file.mediaType,
    "Content-Disposition": `${shown.has(file.mediaType) ? "inline" : "attachment"}; filename="${ascii || "documento"}"; filename*=UTF-8''${percent(file.name)}`,
    "Cache-Control": file.isPublic ? "public, max-age=31536000, immutable" : "private, no-cache",
    ETag: etag,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'",
  });
  const known = (request.headers.get("if-none-match") ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
  if (known) return new Response(null, { status: 304, headers });
  headers.set("Content-Length", String(file.size));
  return new Response(request.method === "HEAD" ? null : Uint8Array.from(file.bytes), { headers });
}

function percent(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
