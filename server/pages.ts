import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "react-router";
import type * as Entry from "../src/entry.server.tsx";
import type { RequestFacts } from "../src/web/context.ts";

/** A build of the pages, or how to get the present one: while developing it changes with every saved file. */
export type BuildSource = () => Promise<ServerBuild>;

/**
 * Answers requests with pages. Handler and context come from the build's own server entry, because keys of a context are
 * objects and the router checks its classes: build and process must not bring two of each.
 */
export function pageHandler(source: BuildSource = builtPages) {
  let known: { build: ServerBuild; answer: ReturnType<typeof Entry.createRequestHandler> } | undefined;
  return async (request: Request, facts: RequestFacts): Promise<Response> => {
    const build = await source();
    const entry = build.entry.module as ServerBuild["entry"]["module"] & typeof Entry; // it is src/entry.server.tsx
    if (known?.build !== build) known = { build, answer: entry.createRequestHandler(build, process.env.NODE_ENV) };
    return known.answer(request, entry.contextOf(facts));
  };
}

let built: Promise<ServerBuild> | undefined;

/** The pages as `npm run build` left them, loaded once. */
function builtPages(): Promise<ServerBuild> {
  const file = pathToFileURL(resolve(import.meta.dirname, "../build/server/index.js")).href;
  built ??= import(file) as Promise<ServerBuild>; // the file is generated, so its type is known only here
  return built;
}
