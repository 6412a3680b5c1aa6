import { Form, data, redirect } from "react-router";
import { dayOf, formatInstant } from "#basics";
import { read, write } from "#database";
import { Actions, Breadcrumbs, Button, ErrorSummary, LinkButton, Notice, PageHeading, Textarea, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { planningAccountabilityWords } from "#words";
import { longestText, mayKeepReports, partsOf } from "../accountability.ts";
import { factsOf } from "../facts.store.ts";
import { type Saved, saveText, textVersions } from "../text.store.ts";
import { askedReport, partName } from "./accountability-asked.ts";
import type { Route } from "./+types/accountability-part.ts";

const languages = ["es", "en"] as const;

async function askedPart(args: Route.LoaderArgs | Route.ActionArgs) {
  const found = await askedReport(args);
  if (!mayKeepReports(found.actor)) throw forbidden();
  const { axes } = await read(found.database, found.actor, (tx) => factsOf(tx, found.report, dayOf(new Date())));
  if (!partsOf(axes.map(({ code }) => code)).includes(args.params.part)) throw notFound();
  return found;
}

/** A part with its newest texts in both languages. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, report } = await askedPart(args);
  if (report.state !== "draft") throw redirect(`/${language}/workspace/accountability/${report.number}`, 303);
  const texts = await read(database, actor, async (tx) => [(await textVersions(tx, report.id, args.params.part, "es"))[0], (await textVersions(tx, report.id, args.params.part, "en"))[0]]);
  return {
    number: report.number,
    name: partName(args.params.part, language),
    texts: languages.map((each, place) => ({ language: each, version: texts[place]?.version ?? 0, body: texts[place]?.body ?? "", author: texts[place]?.author ?? null, at: texts[place]?.at.toISOString() ?? null })),
  };
}

/** Thrown so that neither language is kept when one of them was written upon an older text. */
class Stale extends Error {
  readonly saved: Extract<Saved, { kind: "stale" }>;
  constructor(saved: Extract<Saved, { kind: "stale" }>) {
    super("Somebody saved first");
    this.saved = saved;
  }
}

/** Saves both languages; upon an older text neither is kept, and both texts come back (409). */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, report } = await askedPart(args);
  const form = await args.request.formData();
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const problems = Object.fromEntries(languages.filter((each) => said(`body-${each}`).length > longestText).map((each) => [`body-${each}`, ["tooLong"]]));
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  try {
    const refusal = await write(database, actor, async (tx) => {
      for (const each of languages) {
        const saved = await saveText(tx, actor, report.id, { part: args.params.part, language: each, body: said(`body-${each}`), basedOn: Math.max(0, Math.trunc(Number(said(`base-${each}`))) || 0) });
        if ("refusal" in saved) return saved.refusal;
        if (saved.kind === "stale") throw new Stale(saved);
      }
      return undefined;
    });
    if (refusal !== undefined) return formRefusal(planningAccountabilityWords[language].refusals[refusal], form);
  } catch (cause) {
    if (!(cause instanceof Stale)) throw cause;
    const { newest } = cause.saved;
    return data({ stale: { language: newest.language, body: newest.body, author: newest.author, at: newest.at.toISOString(), version: newest.version }, typed: { es: said("body-es"), en: said("body-en") } }, { status: 409 });
  }
  return redirect(`/${language}/workspace/accountability/${report.number}?done=saved`, 303);
}

/** The form that writes a part in both languages. */
export default function AccountabilityPart({ loaderData: { number, name, texts }, actionData }: Route.ComponentProps) {
  const all = useWords(planningAccountabilityWords);
  const words = all.partPage;
  const language = useLanguage();
  const root = `/${language}/workspace/accountability`;
  const clash = actionData && "stale" in actionData ? actionData : undefined;
  const form = formState(actionData && !("stale" in actionData) ? actionData : undefined, all.problems);
  return (
    <>
      <PageHeading above={<Breadcrumbs way={[{ label: all.title, to: root }, { label: number, to: `${root}/${number}` }, { label: name }]} />} title={words.title(name)} lead={words.lead} />
      <ErrorSummary form={form} />
      {clash && (
        <Notice tone="caution" title={words.staleTitle}>
          {words.stale(clash.stale.author, formatInstant(clash.stale.at, language))}
        </Notice>
      )}
      <Form method="post">
        {texts.map((text) => {
          const isClashing = clash?.stale.language === text.language;
          const field = form.field(`body-${text.language}`, text.body);
          return (
            <div key={`${text.language} ${text.version}`}>
              {/* After a clash the next save stands upon the text that is shown. */}
              <input type="hidden" name={`base-${text.language}`} value={isClashing ? clash.stale.version : text.version} />
              {isClashing && (
                <div className="mt-6 border-l-4 border-caution pl-5">
                  <p className="font-semibold">{words.theirs}</p>
                  <p className="measure mt-1 whitespace-pre-line" lang={text.language}>
                    {clash.stale.body}
                  </p>
                </div>
              )}
              <Textarea
                {...field}
                value={clash ? clash.typed[text.language] : (field.value ?? "")}
                label={words[text.language]}
                help={text.author === null || text.at === null ? words.none : words.last(text.author, formatInstant(text.at, language))}
                rows={14}
                lang={text.language}
                optional
              />
            </div>
          );
        })}
        <Actions>
          <Button>{words.submit}</Button>
          <LinkButton kind="quiet" to={`${root}/${number}`}>
            {words.back}
          </LinkButton>
        </Actions>
      </Form>
    </>
  );
}
