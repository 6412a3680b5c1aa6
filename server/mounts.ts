import type { Actor } from "#basics";
import type { Database } from "#database";
import type { Hub } from "#live-hub";
import { roomEvents } from "../src/plenary/session/live.server.ts";
import { statisticsApi } from "../src/statistics/explorer/api.ts";

type Answer = (request: Request, actor: Actor) => Response | Promise<Response>;

/** Answers by path that are not pages: the API, and the live state of meetings. Each is handed the request and who asks. */
export function mounts(database: Database, hub: Hub): Record<string, Answer> {
  return { "/api/v1/*": statisticsApi(database), "/live/meetings/:meeting": roomEvents(database, hub) };
}
