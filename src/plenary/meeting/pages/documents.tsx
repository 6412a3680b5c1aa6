import { Form, redirect, useSearchParams } from "react-router";
import { depositRefusalText, uploadRefusalText } from "#archive";
import { formatInstant } from "#basics";
import { read, write } from "#database";
import { Actions, Button, EmptyState, ErrorSummary, Field, FileField, LinkButton, Notice, RadioGroup, Section, Select, StateTag, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryMeetingAgendaWords } from "#words";
import { attachDocument, documentsOfMeeting, withdrawDocument } from "../document.store.ts";
import { actRefusal } from "../meeting-act.ts";
import { agendaOf } from "../meeting.store.ts";
import { agendaRefusalText } from "./agenda-said.ts";
import { meetingAddress } from "./meeting-address.ts";
import { askedMeeting, idOf, said } from "./meeting-asked.ts";
import type { Route } from "./+types/documents.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The papers by point of the agenda; policies decide which ones a reader gets. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  return read(database, actor, async (tx) => {
    const agenda = await agendaOf(tx, meeting.id);
    const papers = (await documentsOfMeeting(tx, meeting.id)).map(({ id, item, title, openToObservers, attachedAt, withdrawnAt }) => ({
      id, item, title, openToObservers,
      isWithdrawn: withdrawnAt !== null,
      when: formatInstant(attachedAt, language, meeting.timeZone),
    }));
    const isKnown = (item: string | null) => agenda.some(({ id }) => id === item);
    const groups = [
      { id: "", title: undefined, papers: papers.filter(({ item }) => !isKnown(item)) },
      ...agenda.map(({ id, position, title }) => ({ id, title: `${position}. ${title[language]}`, papers: papers.filter(({ item }) => item === id) })),
    ];
    return {
      id: meeting.id,
      isDraft: meeting.state === "draft",
      groups: groups.filter((group) => group.papers.length > 0),
      items: agenda.map(({ id, position, title }) => ({ value: id, label: `${position}. ${title[language]}` })),
      mayAttach: actRefusal(actor, "attach", meeting) === undefined,
      hasCurrent: papers.some(({ isWithdrawn }) => !isWithdrawn),
      newPaper: crypto.randomUUID(),
    };
  });
}

/** Attaches a paper, or withdraws one. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args, ["secretariat", "presidency"]);
  const form = await args.request.formData();
  const text = said(form);
  const id = idOf(text("paper"));
  const here = meetingAddress(language, meeting.id, "documents");
  if (id === undefined) throw notFound();
  if (text("act") === "withdraw") {
    const refusal = await write(database, actor, (tx) => withdrawDocument(tx, actor, meeting.id, id));
    if (refusal === "not-yours") throw forbidden();
    return refusal === undefined ? redirect(`${here}?did=wasWithdrawn`, 303) : formRefusal(agendaRefusalText(refusal, language), form);
  }
  const file = form.get("file");
  const title = text("title");
  const isFile = file instanceof File && file.name !== "";
  const problems = {
    ...(isFile ? {} : { file: ["fileMissing"] }),
    ...(title === "" ? { title: ["nameMissing"] } : title.length > 300 ? { title: ["nameLong"] } : {}),
  };
  if (!isFile || Object.keys(problems).length > 0) return formProblems(problems, form);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const made = await write(database, actor, (tx) =>
    attachDocument(tx, actor, meeting.id, {
      id,
      item: idOf(text("item")) ?? null,
      title,
      language: text("language") === "en" ? "en" : "es",
      openToObservers: text("observers") !== "closed",
      file: { name: file.name, type: file.type, bytes },
    }),
  );
  if ("document" in made) return redirect(`${here}?did=attached`, 303);
  if ("file" in made) return formProblems({ file: [uploadRefusalText[made.file][language]] }, form);
  if ("archive" in made) return formRefusal(depositRefusalText[made.archive][language], form);
  if (made.refusal === "not-yours") throw forbidden();
  return formRefusal(agendaRefusalText(made.refusal, language), form);
}

/** The papers of a meeting. */
export default function Documents({ loaderData, actionData }: Route.ComponentProps) {
  const { id, groups, items, mayAttach } = loaderData;
  const words = useWords(plenaryMeetingAgendaWords).documents;
  const language = useLanguage();
  const [query] = useSearchParams();
  const did = query.get("did");
  const form = formState(actionData, { fileMissing: words.fileMissing, nameMissing: words.nameMissing, nameLong: words.nameLong });
  return (
    <>
      <Section title={words.title} lead={loaderData.isDraft ? words.leadDraft : words.lead}>
        {(did === "attached" || did === "wasWithdrawn") && actionData === undefined && <Notice tone="good">{words[did]}</Notice>}
        <ErrorSummary form={form} />
        {groups.length === 0 && <EmptyState title={words.none}>{words.noneDetail}</EmptyState>}
        {groups.map((group) => (
          <section key={group.id} className="mt-6">
            <h3 className="font-serif text-h3 font-semibold">{group.title ?? words.whole}</h3>
            <ul className="mt-2 border-t border-line">
              {group.papers.map((paper) => (
                <li key={paper.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line py-3">
                  <span>
                    <a href={`${meetingAddress(language, id, "documents")}/${paper.id}/file`} className="link">
                      {paper.title}
                    </a>
                    <span className="block text-small text-ink-soft">
                      {paper.when}
                      {paper.openToObservers ? "" : ` · ${words.membersOnly}`}
                    </span>
                  </span>
                  {paper.isWithdrawn ? (
                    <StateTag tone="neutral">{words.withdrawn}</StateTag>
                  ) : (
                    mayAttach && (
                      <Form method="post">
                        <input type="hidden" name="paper" value={paper.id} />
                        <Button kind="danger" name="act" value="withdraw" aria-label={words.withdrawLabel(paper.title)}>
                          {words.withdraw}
                        </Button>
                      </Form>
                    )
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {loaderData.hasCurrent && (
          <p className="mt-6">
            <LinkButton kind="quiet" reloadDocument to={meetingAddress(language, id, "documents.zip")}>
              {words.package}
            </LinkButton>
            <span className="mt-2 block text-small text-ink-soft">{words.packageHelp}</span>
          </p>
        )}
        {mayAttach && groups.length > 0 && <p className="measure mt-3 text-small text-ink-soft">{words.withdrawHelp}</p>}
      </Section>
      {mayAttach && (
        <Section title={words.add}>
          <Form method="post" encType="multipart/form-data">
            <input type="hidden" name="paper" value={loaderData.newPaper} />
            <FileField {...form.field("file")} label={words.file} help={words.fileHelp} accept=".pdf,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.txt" />
            <Field {...form.field("title")} label={words.name} />
            <Select {...form.field("item")} label={words.item} options={[{ value: "meeting", label: words.itemNone }, ...items]} width="full" />
            <RadioGroup
              {...form.field("language", "es")}
              label={words.language}
              choices={[
                { value: "es", label: words.spanish },
                { value: "en", label: words.english },
              ]}
            />
            <RadioGroup
              {...form.field("observers", "open")}
              label={words.observers}
              choices={[
                { value: "open", label: words.observersOpen },
                { value: "closed", label: words.observersClosed },
              ]}
            />
            <Actions>
              <Button name="act" value="attach">
                {words.submit}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
    </>
  );
}
