import { Form, data, redirect } from "react-router";
import { type Language, formatInstant } from "#basics";
import { read, write } from "#database";
import { Actions, Button, ErrorSummary, Field, type FormState, LinkButton, Notice, Section, Textarea, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { plenaryActWords } from "#words";
import { said } from "../../meeting/pages/meeting-asked.ts";
import { actRefusal, isNarrated } from "../act.ts";
import { retitleSection, sectionsOf } from "../section.store.ts";
import { type Saved, saveText } from "../text.store.ts";
import { actAddress } from "./act-address.ts";
import { askedAct, isLeader, refusalSentence } from "./act-asked.ts";
import { editView } from "./act-view.ts";
import type { Route } from "./+types/act-section.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

const languages = ["es", "en"] as const satisfies readonly Language[];
const longest = 100_000;

/** A written part with its newest texts, and the joined text where one waits. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  if (!act || !isLeader(actor)) throw notFound();
  const section = (await read(database, actor, (tx) => sectionsOf(tx, meeting.id))).find(({ id }) => id === args.params.section);
  if (!section || !isNarrated(section.kind)) throw notFound();
  const refusal = actRefusal(actor, "edit", act);
  return {
    root: actAddress(language, meeting.id),
    section: { id: section.id, kind: section.kind, title: section.title },
    closed: refusal === undefined ? undefined : refusalSentence(refusal, language),
    texts: await editView(database, actor, section.id),
  };
}

/** Saves both languages; upon an older text the words stay aside, and the page comes back with both joined. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, meeting, act } = await askedAct(args);
  const section = args.params.section;
  const form = await args.request.formData();
  const field = said(form);
  const raw = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const refusal = actRefusal(actor, "edit", act);
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal !== undefined) return formRefusal(refusalSentence(refusal, language), form);
  const problems: Record<string, string[]> = {};
  for (const each of languages) if (raw(`body-${each}`).length > longest) problems[`body-${each}`] = ["tooLong"];
  const retitles = form.has("title-es");
  for (const each of languages) if (retitles && field(`title-${each}`) === "") problems[`title-${each}`] = ["titleMissing"];
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const outcomes = await write(database, actor, async (tx) => {
    const saved: (Saved | { readonly refusal: string; readonly of: Language })[] = [];
    if (retitles) await retitleSection(tx, actor, meeting.id, section, { es: field("title-es"), en: field("title-en") });
    for (const each of languages) {
      if (!form.has(`body-${each}`)) continue;
      const joins = Number(field(`joins-${each}`));
      const one = await saveText(tx, actor, meeting.id, {
        section,
        language: each,
        body: raw(`body-${each}`),
        basedOn: Math.max(0, Math.trunc(Number(field(`base-${each}`))) || 0),
        ...(Number.isInteger(joins) && joins > 0 ? { joins } : {}),
      });
      saved.push("refusal" in one ? { refusal: one.refusal, of: each } : one);
    }
    return saved;
  });
  for (const outcome of outcomes) {
    if (!("refusal" in outcome)) continue;
    if (outcome.refusal === "marks-left") return formProblems({ [`body-${outcome.of}`]: ["marksLeft"] }, form);
    if (outcome.refusal === "unknown-section") throw notFound();
    throw data(null, { status: 403 });
  }
  const kinds = new Set(outcomes.map((each) => ("kind" in each ? each.kind : "")));
  // The words are kept; what comes back is not what was typed but both texts joined.
  if (kinds.has("aside")) return data({ aside: true as const }, { status: 409 });
  const joined = form.has("joins-es") || form.has("joins-en");
  return redirect(actAddress(language, meeting.id, { done: kinds.has("saved") ? (joined ? "joined" : "saved") : "same", at: `part-${section}` }), 303);
}

/** The form that writes a part in both languages side by side. */
export default function ActSection({ loaderData: { root, section, closed, texts }, actionData }: Route.ComponentProps) {
  const all = useWords(plenaryActWords);
  const words = all.edit;
  const language = useLanguage();
  const isAside = actionData !== undefined && "aside" in actionData;
  const form = formState(actionData === undefined || "aside" in actionData ? undefined : actionData, {
    marksLeft: words.marksLeft,
    tooLong: words.tooLong,
    titleMissing: words.titleMissing,
  });
  const back = (
    <LinkButton kind="quiet" to={`${root}#part-${section.id}`}>
      {words.back}
    </LinkButton>
  );
  if (closed !== undefined)
    return (
      <Section title={words.title(section.title[language])}>
        <ErrorSummary form={form} />
        <Notice tone="caution" title={words.notEditable}>
          {closed}
        </Notice>
        <Actions>{back}</Actions>
      </Section>
    );
  const isJoining = texts.some(({ waiting }) => waiting !== undefined);
  return (
    <Section title={words.title(section.title[language])} lead={words.lead}>
      {isAside && (
        <Notice tone="caution" title={words.asideTitle}>
          {words.aside}
        </Notice>
      )}
      <ErrorSummary form={form} />
      <Form method="post">
        {section.kind === "free" && (
          <div className="grid gap-x-8 lg:grid-cols-2">
            <Field {...form.field("title-es", section.title.es)} label={words.titleEs} maxLength={200} />
            <Field {...form.field("title-en", section.title.en)} label={words.titleEn} maxLength={200} />
          </div>
        )}
        <div className="grid gap-x-8 lg:grid-cols-2">
          {texts.map((text) => (
            // A new version makes a new field: what stands in it is then the newest text.
            <TextField key={`${text.language} ${text.version} ${text.waiting?.aside ?? 0}`} text={text} form={form} isFresh={isAside} />
          ))}
        </div>
        <Actions>
          <Button>{isJoining ? words.join : words.submit}</Button>
          <LinkButton kind="quiet" to={`${root}/${section.id}/versions`}>
            {all.part.versions}
          </LinkButton>
          {back}
        </Actions>
      </Form>
    </Section>
  );
}

type EditText = Awaited<ReturnType<typeof editView>>[number];

function TextField({ text, form, isFresh }: { text: EditText; form: FormState; isFresh: boolean }) {
  const words = useWords(plenaryActWords).edit;
  const language = useLanguage();
  const { waiting } = text;
  const name = `body-${text.language}`;
  const field = form.field(name, waiting?.body ?? text.body);
  return (
    <div>
      <input type="hidden" name={`base-${text.language}`} value={waiting?.upon ?? text.version} />
      {waiting && <input type="hidden" name={`joins-${text.language}`} value={waiting.aside} />}
      {waiting && (
        <Notice tone="caution">
          {words.asideWaiting(waiting.author, formatInstant(waiting.at, language))}{" "}
          {waiting.conflicts > 0 ? words.conflicts(String(waiting.conflicts)) : words.noConflicts}
        </Notice>
      )}
      <Textarea
        {...field}
        value={isFresh ? (waiting?.body ?? text.body) : (field.value ?? "")}
        label={text.language === "es" ? words.es : words.en}
        help={
          <>
            {words.help} {text.author === null || text.at === null ? words.noneYet : words.last(text.author, formatInstant(text.at, language))}
          </>
        }
        rows={18}
        lang={text.language}
        optional={text.language === "en"}
      />
    </div>
  );
}
