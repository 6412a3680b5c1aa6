// Safe for browsers. What needs the server stands behind #live-hub.
export { type Live, useLive } from "./use-live.ts";
export { type Standing } from "./standing.ts";
