import type { Actor } from "#basics";
import type { Database } from "#database";
import { statisticsApi } from "../src/statistics/explorer/api.ts";

/** Answers by path that are not pages: the API. Each is handed the request and who asks. */
export function mounts(database: Database): Record<string, (request: Request, actor: Actor) => Response | Promise<Response>> {
  return { "/api/v1/*": statisticsApi(database) };
}
