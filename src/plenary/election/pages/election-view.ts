import { type Text, dayOf } from "#basics";
import type { Reading } from "#database";
import type { Member } from "#web";
import { agendaOf } from "../../meeting/meeting.store.ts";
import type { Meeting } from "../../meeting/meeting.ts";
import { eligibleStates } from "../candidacy.store.ts";
import type { Election, ElectionLots } from "../election.ts";
import { proposedTerm } from "../election-act.store.ts";
import { electionOf } from "../election.store.ts";
import type { Eligibility } from "../eligibility.ts";
import { type LotsGround, commitmentOf, drawLots, lotsText } from "../lots.ts";
import { namesOf } from "../name.store.ts";
import { delegates, leaders } from "./election-asked.ts";

/** What the page of the election shows and to whom. */
export interface ElectionView {
  readonly meeting: string;
  readonly meetingState: Meeting["state"];
  readonly leads: boolean;
  /** The state for which the reader speaks; absent for others. */
  readonly speaksFor?: string;
  readonly names: Readonly<Record<string, Text>>;
  readonly election?: Election;
  readonly eligibility: readonly Eligibility[];
  readonly proposal: { readonly from: string; readonly until: string };
  readonly items: readonly { readonly id: string; readonly title: Text }[];
  /** The line to digest, and whether the draw comes out again; absent before the draw. */
  readonly check?: { readonly line: string; readonly isVerified: boolean };
}

/** Gathers what the page shows. Policies decide what the reader sees. */
export async function electionView(tx: Reading, actor: Member, meeting: Meeting): Promise<ElectionView> {
  const election = await electionOf(tx, meeting.id);
  const items = (await agendaOf(tx, meeting.id)).filter(({ kind }) => kind === "election");
  const check = election?.lots?.drawn && checkOf(election.lots);
  return {
    meeting: meeting.id,
    meetingState: meeting.state,
    leads: leaders.includes(actor.office),
    ...(actor.country !== undefined && delegates.includes(actor.office) ? { speaksFor: actor.country } : {}),
    names: Object.fromEntries(await namesOf(tx)),
    ...(election === undefined ? {} : { election }),
    eligibility: election === undefined ? [] : await eligibleStates(tx, election),
    proposal: await proposedTerm(tx, dayOf(meeting.startsAt ?? new Date())),
    items: items.map(({ id, title }) => ({ id, title })),
    ...(check === undefined ? {} : { check }),
  };
}

/** Repeats the draw by its own path: the line that was digested, and whether secret, digest and winner come out again. */
export function checkOf({ candidates, commitment, drawn }: ElectionLots): { line: string; isVerified: boolean } | undefined {
  if (drawn === undefined) return undefined;
  const ground: LotsGround = { candidates, secret: drawn.secret, witnesses: drawn.witnesses };
  const again = drawLots(ground);
  const isVerified = typeof again !== "string" && again.digest === drawn.digest && again.winner === drawn.winner && commitmentOf(drawn.secret) === commitment;
  return { line: lotsText(ground, typeof again === "string" ? 0 : again.attempt), isVerified };
}
