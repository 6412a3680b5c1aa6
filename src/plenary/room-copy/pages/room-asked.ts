import { redirect } from "react-router";
import type { Actor, Language } from "#basics";
import { type actorContext, languageContext, memberIn } from "#web";
import { readRoomKey } from "../key.ts";
import type { RoomFileRefusal } from "../room-copy.ts";

/** Those who lead a meeting see where its session is. */
export const leaders = ["secretariat", "presidency"] as const;

/** A request for one of the two files of a copy: who asks, for which copy, with which key. */
interface FileAsked {
  readonly request: Request;
  readonly params: { readonly meeting: string };
  readonly context: Readonly<{ get(key: typeof actorContext): Actor; get(key: typeof languageContext): Language }>;
}

/** Text of a field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Reads the form behind the button of a file. Without a key that can be one it leads back to the page with the word. */
export async function fileAsked(asked: FileAsked): Promise<{ id: string; key: string; back: (word: RoomFileRefusal) => Response }> {
  memberIn(asked, leaders);
  const form = await asked.request.formData();
  const page = `/${asked.context.get(languageContext)}/workspace/meetings/${asked.params.meeting}/room-copy`;
  const back = (word: RoomFileRefusal) => redirect(`${page}?refused=${word}`, 303);
  // Each form of the page has a field of its own for the key, so that labels and fields belong together.
  const field = [...form.keys()].find((name) => name.startsWith("secretKey")) ?? "";
  const key = readRoomKey(textOf(form, field));
  const id = textOf(form, "copy");
  if (key === undefined || !/^[0-9a-f-]{36}$/.test(id)) throw back("wrong-key");
  return { id, key, back };
}

/** A file that is handed out once and kept by nobody on the way. */
export function attachment(bytes: Uint8Array, name: string, type: string): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
}
