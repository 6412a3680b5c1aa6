import type { Actor } from "#basics";
import type { Database } from "#database";

/** Answers by path that are not pages: the API. Each is handed the request and who asks. */
export function mounts(_database: Database): Record<string, (request: Request, actor: Actor) => Response | Promise<Response>> {
  return {};
}
