import { redirect } from "react-router";
import { currentMembers } from "#coalition";
import { read, write } from "#database";
import { Section, forbidden, formProblems, formRefusal, formState, useLanguage, useWords } from "#web";
import { plenaryMeetingWords } from "#words";
import { actRefusal } from "../meeting-act.ts";
import { readDraft } from "../meeting-draft.ts";
import { changeMeeting } from "../meeting-draft.store.ts";
import { linkOf } from "../meeting.store.ts";
import { localTime } from "../zone.ts";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting, said } from "./meeting-asked.ts";
import { MeetingForm } from "./meeting-form.tsx";
import { zoneOptions } from "./zone-options.ts";
import type { Route } from "./+types/meeting-edit.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The data of a meeting as they are; closed to others than those who lead. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, ["secretariat", "presidency"]);
  const { link, members } = await read(database, actor, async (tx) => ({ link: await linkOf(tx, meeting.id), members: await currentMembers(tx) }));
  const refusal = actRefusal(actor, "change", meeting);
  const local = (instant: Date | null) => (instant ? localTime(instant, meeting.timeZone) : "");
  return {
    id: meeting.id,
    isConvened: meeting.state === "convened",
    closed: refusal === undefined ? undefined : plenaryMeetingWords[language].refusals[refusal],
    zones: zoneOptions(language, members.map(({ code }) => code)),
    values: {
      kind: meeting.kind,
      mode: meeting.mode ?? "",
      placeEs: meeting.place?.es ?? "",
      placeEn: meeting.place?.en ?? "",
      timeZone: meeting.timeZone,
      starts: local(meeting.startsAt),
      ends: local(meeting.endsAt),
      url: link?.url ?? "",
      linkNote: link?.note ?? "",
    },
  };
}

/** Fields that a refusal is about, so that it can stand at its field. */
const fieldOf = { "in-the-past": "starts", "year-differs": "starts", "needs-link": "url", "needs-reason": "reason" } as const;

/** Keeps the changes; in a convened meeting everybody is told. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, ["secretariat", "presidency"]);
  const form = await args.request.formData();
  const draft = readDraft(said(form));
  if ("problems" in draft) return formProblems(draft.problems, form);
  const refusal = await write(database, actor, (tx) => changeMeeting(tx, actor, meeting.id, draft.draft, { now: new Date(), reason: said(form)("reason") }));
  if (refusal === undefined) return redirect(`${meetingAddress(language, meeting.id)}?done=${meeting.state === "convened" ? "updated" : "saved"}`, 303);
  if (refusal === "not-yours") throw forbidden();
  if (refusal in fieldOf) return formProblems({ [fieldOf[refusal as keyof typeof fieldOf]]: [refusal] }, form); // it is among them
  return formRefusal(plenaryMeetingWords[language].refusals[refusal], form);
}

/** The form that changes a meeting. */
export default function MeetingEdit({ loaderData: { id, isConvened, closed, zones, values }, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryMeetingWords);
  const language = useLanguage();
  const form = formState(actionData, { ...words.refusals, ...words.problems });
  return (
    <Section title={words.form.editTitle(id)}>
      {closed !== undefined ? (
        <p className="measure">{closed}</p>
      ) : (
        <MeetingForm
          form={form}
          values={values}
          zones={zones}
          back={meetingAddress(language, id)}
          isConvened={isConvened}
          submit={isConvened ? words.form.saveAndTell : words.form.save}
        />
      )}
    </Section>
  );
}
