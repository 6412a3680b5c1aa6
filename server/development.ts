import { type Server, createServer as createHttpServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { ServerBuild } from "react-router";
import { createServer as createVite } from "vite";
import { type ServerParts, createServer } from "./main.ts";

/** The platform for those who build it: pages follow each saved file without a restart. */
export async function createDevelopmentServer(
  parts: Omit<ServerParts, "build">,
): Promise<{ server: Server; close: () => Promise<void> }> {
  const server = createHttpServer();
  const vite = await createVite({ server: { middlewareMode: { server } }, appType: "custom" });
  const app = createServer({
    ...parts,
    build: () => vite.ssrLoadModule("virtual:react-router/server-build") as Promise<ServerBuild>,
  });
  const listener = getRequestListener(app.fetch);
  server.on("request", (request, response) => vite.middlewares(request, response, () => void listener(request, response)));
  return {
    server,
    close: async () => {
      await vite.close();
      server.close();
    },
  };
}
