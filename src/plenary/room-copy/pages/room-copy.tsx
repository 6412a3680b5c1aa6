import { randomBytes, randomUUID } from "node:crypto";
import { data, redirect } from "react-router";
import { read, write } from "#database";
import { ErrorSummary, Notice, Section, databaseContext, formProblems, formRefusal, formState, languageContext, memberIn, notFound, useLanguage, useWords } from "#web";
import { plenaryRoomCopyWords } from "#words";
import { meetingOf } from "../../meeting/meeting.store.ts";
import { keyCheck, readRoomKey, roomKey } from "../key.ts";
import { receiveRoom } from "../receive.store.ts";
import { askRevocation, handRoomCopy, prepareRoomCopy, revokeRoomCopy, roomCopies, withdrawRoomCopy } from "../room-copy.store.ts";
import { leaders, textOf } from "./room-asked.ts";
import { RoomHanded } from "./room-handed.tsx";
import { RoomHistory } from "./room-history.tsx";
import { RoomPrepare, RoomPrepared } from "./room-prepare.tsx";
import type { Route } from "./+types/room-copy.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Where the session of the meeting is, and the copies it had. */
export async function loader(asked: Route.LoaderArgs) {
  const member = memberIn(asked, leaders);
  const { searchParams } = new URL(asked.request.url);
  return read(asked.context.get(databaseContext), member, async (tx) => {
    const meeting = await meetingOf(tx, asked.params.meeting);
    if (!meeting) throw notFound();
    return {
      meeting: meeting.id,
      mayBeHanded: !meeting.isRecord && (meeting.state === "convened" || meeting.state === "open"),
      self: member.account,
      office: member.office,
      copies: await roomCopies(tx, meeting.id),
      newId: randomUUID(),
      said: searchParams.get("said"),
      refused: searchParams.get("refused"),
    };
  });
}

/** Prepares, withdraws, hands over, receives, asks to revoke, revokes. Only preparing answers without leading on: its key is shown once. */
export async function action(asked: Route.ActionArgs) {
  const member = memberIn(asked, leaders);
  const database = asked.context.get(databaseContext);
  const form = await asked.request.formData();
  const act = textOf(form, "act");
  const id = textOf(form, "copy");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return formRefusal("unknown-copy", form);
  const on = (word: string) => redirect(`/${asked.context.get(languageContext)}/workspace/meetings/${asked.params.meeting}/room-copy?said=${word}`, 303);

  if (act === "prepare") {
    const key = roomKey(randomBytes(15));
    const word = await write(database, member, (tx) => prepareRoomCopy(tx, { id, meeting: asked.params.meeting, keyCheck: keyCheck(key, id) }));
    return word === "prepared" ? data({ typed: {}, key }) : formRefusal(word, form);
  }
  if (act === "receive") {
    const key = readRoomKey(textOf(form, "secretKey"));
    const file = form.get("file");
    if (key === undefined) return formProblems({ secretKey: ["key-needed"] }, form);
    if (!(file instanceof File) || file.size === 0) return formProblems({ file: ["file-needed"] }, form);
    const outcome = await receiveRoom(database, member, new Uint8Array(await file.arrayBuffer()), key);
    return "refusal" in outcome ? formRefusal(outcome.refusal, form) : on(outcome.word);
  }
  if (act === "ask-revoke" && textOf(form, "reason").trim() === "") return formProblems({ reason: ["reason-needed"] }, form);
  const word = await write(database, member, (tx) => {
    if (act === "hand") return handRoomCopy(tx, id);
    if (act === "withdraw") return withdrawRoomCopy(tx, id);
    if (act === "ask-revoke") return askRevocation(tx, id, textOf(form, "reason"));
    if (act === "revoke") return revokeRoomCopy(tx, id);
    return Promise.resolve("unknown-copy" as const);
  });
  return word in plenaryRoomCopyWords.es.done ? on(word) : formRefusal(word, form);
}

/** The copy in the room: state of the authority, and the one act that is possible now. */
export default function RoomCopyPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryRoomCopyWords);
  const language = useLanguage();
  const { meeting, copies, newId, office, self, mayBeHanded, said, refused } = loaderData;
  const form = formState(actionData, { ...words.refusals, ...words.problems });
  const current = copies.find(({ state }) => state === "prepared" || state === "handed");
  const key = actionData !== undefined && "key" in actionData ? actionData.key : undefined;
  const done = Object.entries(words.done).find(([word]) => word === said)?.[1];
  const stopped = Object.entries(words.refusals).find(([word]) => word === refused)?.[1];
  return (
    <>
      <Section title={words.title}>
        <p className="measure">{words.lead}</p>
      </Section>
      {done !== undefined && <Notice tone="good" title={done} />}
      {stopped !== undefined && <Notice tone="bad" title={stopped} />}
      <ErrorSummary form={form} />
      {key !== undefined && (
        <Notice tone="caution" title={words.key.title}>
          <p className="figures my-2 text-lead font-semibold break-words">{key}</p>
          <p>{words.key.detail}</p>
        </Notice>
      )}
      {current === undefined && <RoomPrepare id={newId} isSecretariat={office === "secretariat"} mayBeHanded={mayBeHanded} />}
      {current?.state === "prepared" && <RoomPrepared copy={current} isPresidency={office === "presidency"} />}
      {current?.state === "handed" && <RoomHanded copy={current} self={self} form={form} base={`/${language}/workspace/meetings/${meeting}/room-copy`} />}
      <RoomHistory copies={copies} />
    </>
  );
}
