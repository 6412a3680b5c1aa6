import type { Actor, Language } from "#basics";
import { type Database, read } from "#database";
import { type Member, notFound } from "#web";
import type { Meeting } from "../../meeting/meeting.ts";
import { askedMeeting } from "../../meeting/pages/meeting-asked.ts";
import { type Act, type ActAct, actRefusal } from "../act.ts";
import { actOf } from "../act.store.ts";
import type { Refusal } from "../refusal.ts";
import { refusalText } from "../refusal.ts";

/** Who asks for the act of which meeting, and the act if the actor may see one. */
export async function askedAct(args: Parameters<typeof askedMeeting>[0], offices?: Parameters<typeof askedMeeting>[1]): Promise<{
  readonly database: Database;
  readonly actor: Member;
  readonly language: Language;
  readonly meeting: Meeting;
  readonly act: Act | undefined;
}> {
  const asked = await askedMeeting(args, offices);
  const act = await read(asked.database, asked.actor, (tx) => actOf(tx, asked.meeting.id));
  return { ...asked, act };
}

/** The sentence of a refusal in the reader's language. */
export function refusalSentence(refusal: Refusal, language: Language): string {
  return refusalText[refusal][language];
}

/** Whether the actor leads: secretariat or presidency. */
export function isLeader(actor: Actor): boolean {
  return actor.kind === "member" && (actor.office === "secretariat" || actor.office === "presidency");
}

/**
 * Why an act on the act is closed now, as a sentence; `undefined` while it is open. Throws 404 for whoever never does it and
 * where there is no act. A page that is closed still opens, so that a refused form finds its sentence and what was typed.
 */
export function closedBy(actor: Actor, what: ActAct, act: Act | undefined, language: Language): string | undefined {
  const refusal = actRefusal(actor, what, act);
  if (!act || refusal === "not-yours") throw notFound();
  return refusal && refusalSentence(refusal, language);
}
