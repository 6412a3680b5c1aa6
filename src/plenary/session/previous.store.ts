import type { Reading } from "#database";
import type { Meeting } from "../meeting/meeting.ts";

/** The act that a session reads and approves: that of the meeting before it. */
export interface PreviousAct {
  readonly meeting: string;
  readonly state: "missing" | "draft" | "circulated" | "approved" | "signed" | "archived";
  readonly observations: number;
}

/** The meeting held last before this one, and where its act stands; undefined when there is none. `leading` counts the observations too. */
export async function previousAct(tx: Reading, { year, ordinal }: Pick<Meeting, "year" | "ordinal">, leading: boolean): Promise<PreviousAct | undefined> {
  const before = await tx
    .selectFrom("plenary.meeting as m")
    .leftJoin("plenary.act as a", "a.meeting", "m.id")
    .select(["m.id", "a.state"])
    .where("m.state", "=", "closed")
    .where((eb) => eb.or([eb("m.year", "<", year), eb.and([eb("m.year", "=", year), eb("m.ordinal", "<", ordinal)])]))
    .orderBy("m.year", "desc")
    .orderBy("m.ordinal", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!before) return undefined;
  const found = leading
    ? await tx.selectFrom("plenary.act_observation").select(({ fn }) => fn.countAll<number>().as("count")).where("meeting", "=", before.id).executeTakeFirst()
    : undefined;
  return { meeting: before.id, state: (before.state ?? "missing") as PreviousAct["state"], observations: found?.count ?? 0 }; // the table's check holds the state
}
