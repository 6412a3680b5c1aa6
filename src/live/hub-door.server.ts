export { type Hub, type HubParts, openHub } from "./hub.server.ts";
export { type StreamOptions, eventStream } from "./event-stream.server.ts";
export type { LiveState } from "./live-state.server.ts";
export type { StreamCaps } from "./stream-cap.ts";
