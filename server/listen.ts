import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { createServer } from "./main.ts";

/** Opens the platform at a port; port 0 takes a free one. Closing waits for answers under way. */
export async function listen(
  app: Pick<ReturnType<typeof createServer>, "fetch">,
  { port, host = "127.0.0.1" }: { port: number; host?: string },
) {
  const server = createAdaptorServer({ fetch: app.fetch });
  server.prependListener("request", nameSender);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: opened } = server.address() as AddressInfo; // a TCP server that listens always has one
  return {
    url: `http://${host === "0.0.0.0" ? "localhost" : host}:${opened}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const addressHeader = "x-corett-address";

/**
 * Writes the network address of the sender into the request, over whatever the sender claimed: sign-in is throttled by it.
 * Behind a proxy (`TRUST_PROXY=1`) it is the last one that the proxy added.
 */
function nameSender(request: IncomingMessage): void {
  const forwarded = process.env["TRUST_PROXY"] === "1" ? request.headers["x-forwarded-for"] : undefined;
  const address = String(forwarded ?? "").split(",").at(-1)?.trim() || request.socket.remoteAddress || "unknown";
  const kept = request.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 && name.toLowerCase() !== addressHeader ? [name, all[i + 1] ?? ""] : []));
  request.rawHeaders.splice(0, request.rawHeaders.length, ...kept, addressHeader, address);
  request.headers[addressHeader] = address;
}
