import { Form, Link, data, redirect } from "react-router";
import { formatInstant } from "#basics";
import { read, write } from "#database";
import { Actions, Button, Disclosure, ErrorSummary, type FormOutcome, LinkButton, Notice, Section, Textarea, formProblems, formState, notFound, useLanguage, useWords } from "#web";
import { plenarySessionWords } from "#words";
import { agendaOf } from "../../meeting/meeting.store.ts";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { askedMeeting, said } from "../../meeting/pages/meeting-asked.ts";
import { joinNotes } from "../note.ts";
import { noteVersions, saveNote } from "../note.store.ts";
import type { Route } from "./+types/item-note.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const leaders = ["secretariat", "presidency"] as const;
const longest = 200_000;

/** The newest notes of a point, and the versions before. `?version=` shows an older one. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, leaders);
  const asked = Number(new URL(args.request.url).searchParams.get("version") ?? "0");
  return read(database, actor, async (tx) => {
    const item = (await agendaOf(tx, meeting.id)).find(({ id }) => id === args.params.item);
    if (!item) throw notFound();
    const versions = await noteVersions(tx, item.id);
    const newest = versions[0];
    return {
      id: meeting.id,
      position: item.position,
      title: item.title[language],
      body: newest?.body ?? "",
      version: newest?.version ?? 0,
      versions: versions.map(({ version, author, at }) => ({ version, author, time: at === null ? "" : formatInstant(at, language, meeting.timeZone) })),
      shown: versions.find(({ version }) => version === asked),
    };
  });
}

/** A form that came back because somebody saved meanwhile: the joined text is in the field, both texts stand beside it. */
interface NoteOutcome extends FormOutcome {
  readonly clash?: { readonly author: string; readonly saved: string; readonly mine: string; readonly conflicts: number };
}

/** Saves the notes upon the version that the writer had; 409 with both texts joined when somebody saved meanwhile. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, leaders);
  const form = await args.request.formData();
  const typed = form.get("body");
  const body = (typeof typed === "string" ? typed : "").replaceAll("\r\n", "\n");
  if (body.length > longest) return formProblems({ body: ["tooLong"] }, form);
  const basedOn = Number(said(form)("version"));
  const done = await write(database, actor, (tx) => saveNote(tx, actor, meeting.id, args.params.item, { body, basedOn: Number.isInteger(basedOn) ? basedOn : 0 }));
  if ("refusal" in done) throw data(null, { status: done.refusal === "not-yours" ? 403 : 404 });
  if ("kept" in done) return redirect(`${meetingAddress(language, meeting.id, "session")}?did=saved`, 303);
  const { saved, base } = done.conflict;
  const joined = joinNotes(base.body, saved.body, body, { saved: saved.author, mine: actor.name });
  return data<NoteOutcome>(
    { refusal: "conflict", typed: { body: [joined.text], version: [String(saved.version)] }, clash: { author: saved.author, saved: saved.body, mine: body, conflicts: joined.conflicts } },
    { status: 409 },
  );
}

/** The notes of a point of the session. */
export default function ItemNote({ loaderData, actionData }: Route.ComponentProps) {
  const { id, position, title, body, version, versions, shown } = loaderData;
  const words = useWords(plenarySessionWords).note;
  const language = useLanguage();
  const outcome: NoteOutcome | undefined = actionData;
  const clash = outcome?.clash;
  const form = formState(actionData, { conflict: words.conflict(clash?.author ?? ""), tooLong: words.tooLong });
  const base = form.field("version", String(version)).value ?? String(version);
  return (
    <Section title={words.title(String(position), title)} lead={words.lead}>
      <ErrorSummary form={form} />
      {clash && clash.conflicts > 0 && <Notice tone="caution" title={words.conflicts(String(clash.conflicts))} />}
      <Form method="post" key={`${base}-${clash ? "joined" : "own"}`}>
        <input type="hidden" name="version" value={base} />
        <Textarea {...form.field("body", body)} label={words.body} rows={18} optional />
        <Actions>
          <Button>{words.save}</Button>
          <LinkButton kind="quiet" to={meetingAddress(language, id, "session")}>
            {words.back}
          </LinkButton>
        </Actions>
      </Form>
      {clash && (
        <>
          <Disclosure summary={words.savedText(clash.author)}>
            <div className="whitespace-pre-wrap">{clash.saved}</div>
          </Disclosure>
          <Disclosure summary={words.mineText}>
            <div className="whitespace-pre-wrap">{clash.mine}</div>
          </Disclosure>
        </>
      )}
      <h3 className="mt-10 font-serif text-h3 font-semibold">{words.versions}</h3>
      {versions.length === 0 && <p className="text-ink-soft">{words.blank}</p>}
      <ul className="mt-2">
        {versions.map((each) => (
          <li key={each.version}>
            <Link to={`?version=${each.version}`} className="link" preventScrollReset>
              {words.version(String(each.version), each.author, each.time)}
            </Link>
            {shown?.version === each.version && <div className="my-3 border-l border-line pl-4 whitespace-pre-wrap">{shown.body}</div>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
