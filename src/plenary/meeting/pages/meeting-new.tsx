import { redirect } from "react-router";
import { currentMembers } from "#coalition";
import { read, write } from "#database";
import { Breadcrumbs, Field, PageHeading, databaseContext, forbidden, formProblems, formRefusal, formState, languageContext, memberIn, useLanguage, useWords } from "#web";
import { plenaryMeetingWords } from "#words";
import { readDraft } from "../meeting-draft.ts";
import { createMeeting, nextOrdinal } from "../meeting-draft.store.ts";
import { localTime } from "../zone.ts";
import { meetingAddress } from "./meeting-address.ts";
import { said } from "./meeting-asked.ts";
import { MeetingForm } from "./meeting-form.tsx";
import { zoneOptions } from "./zone-options.ts";
import type { Route } from "./+types/meeting-new.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const zone = "America/Guatemala";

/** The presidency and the secretariat prepare a meeting; the number that follows in this year is proposed. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const actor = memberIn({ request, context }, ["secretariat", "presidency"]);
  const language = context.get(languageContext);
  const year = Number(localTime(new Date(), zone).slice(0, 4));
  return read(context.get(databaseContext), actor, async (tx) => ({
    ordinal: String(await nextOrdinal(tx, year)),
    zones: zoneOptions(language, (await currentMembers(tx)).map(({ code }) => code)),
  }));
}

/** Enters the meeting as a draft, or says at each field what is wrong. */
export async function action({ request, context }: Route.ActionArgs) {
  const actor = memberIn({ request, context }, ["secretariat", "presidency"]);
  const language = context.get(languageContext);
  const form = await request.formData();
  const ordinal = said(form)("ordinal");
  const read = readDraft(said(form));
  const isNumber = /^[1-9]\d?$/.test(ordinal);
  if ("problems" in read || !isNumber) return formProblems({ ...(isNumber ? {} : { ordinal: ["ordinal-unreal"] }), ...("problems" in read ? read.problems : {}) }, form);
  const made = await write(context.get(databaseContext), actor, (tx) => createMeeting(tx, actor, Number(ordinal), read.draft, new Date()));
  if ("id" in made) return redirect(`${meetingAddress(language, made.id, "agenda")}?done=created`, 303);
  if (made.refusal === "not-yours") throw forbidden();
  if (made.refusal === "number-taken") return formProblems({ ordinal: ["number-taken"] }, form);
  if (made.refusal === "in-the-past") return formProblems({ starts: ["in-the-past"] }, form);
  return formRefusal(plenaryMeetingWords[language].refusals[made.refusal], form);
}

/** The form that prepares a meeting. */
export default function MeetingNew({ loaderData: { ordinal, zones }, actionData }: Route.ComponentProps) {
  const words = useWords(plenaryMeetingWords);
  const language = useLanguage();
  const list = `/${language}/workspace/meetings`;
  const form = formState(actionData, { ...words.refusals, ...words.problems });
  return (
    <>
      <PageHeading title={words.form.newTitle} lead={words.form.newLead} above={<Breadcrumbs way={[{ label: words.title, to: list }, { label: words.new }]} />} />
      <MeetingForm
        form={form}
        values={{ kind: "ordinary", mode: "in-person", placeEs: "", placeEn: "", timeZone: zone, starts: "", ends: "", url: "", linkNote: "" }}
        zones={zones}
        first={<Field {...form.field("ordinal", ordinal)} label={words.form.ordinal} help={words.form.ordinalHelp} inputMode="numeric" width="short" />}
        back={list}
        isConvened={false}
        submit={words.form.create}
      />
    </>
  );
}
