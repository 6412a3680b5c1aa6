import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { createServer } from "./main.ts";

/** Opens the platform at a port; port 0 takes a free one. Closing waits for answers under way. */
export async function listen(
  app: ReturnType<typeof createServer>,
  { port, host = "127.0.0.1" }: { port: number; host?: string },
) {
  const server = createAdaptorServer({ fetch: app.fetch });
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
