import { randomBytes } from "node:crypto";
import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable } from "@react-router/node";
import { renderToPipeableStream } from "react-dom/server";
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
  isRouteErrorResponse,
} from "react-router";
import { shellSources } from "./shell.ts";
import { type RequestFacts, contextFor, demoContext, originContext, requestIdContext } from "./web/context.ts";
import { PageSettingContext, themeFromCookie } from "./web/page-setting.ts";
import { contentPolicy } from "./web/content-policy.ts";
import { sendsScript } from "./web/page-script.ts";

/** Longest time that the rendering of a page may take, in milliseconds. */
export const streamTimeout = 10_000;

/** The outer server takes the handler from here too: while developing, the pages run on their own copy of the router. */
export { createRequestHandler } from "react-router";

/** The outer server asks this build for a request's context, so that both speak of the same keys. */
export function contextOf(facts: RequestFacts): RouterContextProvider {
  return contextFor(facts, shellSources);
}

/** Draws a whole page. Nothing is streamed in parts, so that public pages need no script to put parts in place. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> | Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.append("Vary", "Cookie");

  const matches = entry.staticHandlerContext.matches;
  const isScripted = sendsScript(matches.map((match) => entry.routeModules[match.route.id]?.handle));
  const nonce = isScripted ? randomBytes(16).toString("base64") : undefined;
  headers.set("Content-Security-Policy", contentPolicy({ nonce, isDevelopment: import.meta.env.DEV }));

  if (request.method === "HEAD") return new Response(null, { status, headers });

  const setting = {
    theme: themeFromCookie(request.headers.get("cookie")),
    isDemo: context.get(demoContext),
    origin: context.get(originContext),
    requestId: context.get(requestIdContext),
  };
  return new Promise((resolve, reject) => {
    let answered = status;
    const { pipe, abort } = renderToPipeableStream(
      <PageSettingContext value={setting}>
        <ServerRouter context={entry} url={request.url} nonce={nonce} />
      </PageSettingContext>,
      {
        ...(nonce === undefined ? {} : { nonce }),
        onAllReady() {
          clearTimeout(timer);
          const body = new PassThrough();
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { status: answered, headers }));
        },
        onShellError: reject,
        onError(error) {
          answered = 500;
          console.error(error);
        },
      },
    );
    const timer = setTimeout(() => abort(), streamTimeout);
  });
}

/** Keeps the log for faults: a missing page or a refused act is no fault. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  // The context is missing when the request could not even be taken in.
  const id = (context as RouterContextProvider | undefined)?.get(requestIdContext) ?? "unknown";
  console.error(`request ${id} ${request.method} ${new URL(request.url).pathname}`, error);
};
