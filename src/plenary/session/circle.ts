import type { Actor, Office } from "#basics";
import type { Circle } from "./room.ts";

const circles = {
  secretariat: "members",
  presidency: "members",
  "delegate-titular": "members",
  "delegate-alternate": "members",
  "focal-point": "members",
  communicator: "members",
  observer: "observers",
  administrator: undefined,
} as const satisfies Record<Office, Circle | undefined>;

/** To which circle of a session an actor belongs by office; undefined for visitors, and for administrators, who keep the platform and not the plenary. */
export function circleOf(actor: Actor): Circle | undefined {
  return actor.kind === "member" ? circles[actor.office] : undefined;
}
