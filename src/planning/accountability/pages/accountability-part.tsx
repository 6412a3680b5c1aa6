import { Form, data, redirect } from "react-router";
import { type Language, dayOf, formatInstant } from "#basics";
import { read, write } from "#database";
import { Actions, Breadcrumbs, Button, ErrorSummary, type FormState, LinkButton, Notice, PageHeading, Textarea, forbidden, formProblems, formRefusal, formState, notFound, useLanguage, useWords } from "#web";
import { planningAccountabilityWords } from "#words";
import { longestText, mayKeepReports, partsOf } from "../accountability.ts";
import { factsOf } from "../facts.store.ts";
import { type PartText, saveText, textVersions } from "../text.store.ts";
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

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** A part with its newest texts in both languages. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, language, report } = await askedPart(args);
  const texts = await read(database, actor, async (tx) => [(await textVersions(tx, report.id, args.params.part, "es"))[0], (await textVersions(tx, report.id, args.params.part, "en"))[0]]);
  return {
    number: report.number,
    part: args.params.part,
    name: partName(args.params.part, language),
    // Who wrote while it was approved finds the words again, and no form.
    isClosed: report.state !== "draft",
    texts: languages.map((each, place) => ({ language: each, version: texts[place]?.version ?? 0, body: texts[place]?.body ?? "", author: texts[place]?.author ?? null, at: texts[place]?.at.toISOString() ?? null })),
  };
}

/** Thrown so that neither language is kept when one of them was written upon an older text. */
class Stale extends Error {
  readonly newest: readonly PartText[];
  constructor(newest: readonly PartText[]) {
    super("Somebody saved first");
    this.newest = newest;
  }
}

/** Saves both languages; upon an older text of either neither is kept, and every text that was saved meanwhile comes back (409). */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language, report } = await askedPart(args);
  const form = await args.request.formData();
  const said = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const problems = Object.fromEntries(languages.filter((each) => said(`body-${each}`).length > longestText).map((each) => [`body-${each}`, ["tooLong"]]));
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const base = (of: Language) => Math.max(0, Math.trunc(Number(said(`base-${of}`))) || 0);
  try {
    const refusal = await write(database, actor, async (tx) => {
      const newer: PartText[] = [];
      for (const each of languages) {
        const saved = await saveText(tx, actor, report.id, { part: args.params.part, language: each, body: said(`body-${each}`), basedOn: base(each) });
        if ("refusal" in saved) return saved.refusal;
        if (saved.kind === "stale") newer.push(saved.newest);
      }
      if (newer.length > 0) throw new Stale(newer);
      return undefined;
    });
    if (refusal !== undefined) return formRefusal(planningAccountabilityWords[language].refusals[refusal], form);
  } catch (cause) {
    if (!(cause instanceof Stale)) throw cause;
    const stale = cause.newest.map(({ language: of, body, author, at, version }) => ({ language: of, body, author, at: at.toISOString(), version }));
    // What was seen of the other language stays what the next save stands upon: what is newer than that must be seen first.
    return data({ stale, typed: { es: said("body-es"), en: said("body-en") }, bases: { es: base("es"), en: base("en") } }, { status: 409 });
  }
  return redirect(`/${language}/workspace/accountability/${report.number}?done=saved`, 303);
}

/** The form that writes a part in both languages. */
export default function AccountabilityPart({ loaderData: { number, part, name, isClosed, texts }, actionData }: Route.ComponentProps) {
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
          {clash.stale.map(({ language: of, author, at }) => (
            <p key={of}>{words.stale(words[of], author, formatInstant(at, language))}</p>
          ))}
          <p>{words.staleMend}</p>
        </Notice>
      )}
      {isClosed ? <Closed isSaid={form.refusal !== undefined} /> : <Writing texts={texts} clash={clash} form={form} />}
      <Actions>
        <LinkButton kind="quiet" to={`${root}/${number}/parts/${encodeURIComponent(part)}/versions`}>
          {words.versions}
        </LinkButton>
        <LinkButton kind="quiet" to={`${root}/${number}`}>
          {words.back}
        </LinkButton>
      </Actions>
    </>
  );
}

function Closed({ isSaid }: { isSaid: boolean }) {
  const { refusals } = useWords(planningAccountabilityWords);
  return isSaid ? null : <Notice tone="caution">{refusals["approved-already"]}</Notice>;
}

interface Clash {
  readonly stale: readonly { readonly language: Language; readonly body: string; readonly version: number }[];
  readonly typed: Readonly<Record<Language, string>>;
  readonly bases: Readonly<Record<Language, number>>;
}

function Writing({ texts, clash, form }: { texts: Route.ComponentProps["loaderData"]["texts"]; clash: Clash | undefined; form: FormState }) {
  const words = useWords(planningAccountabilityWords).partPage;
  const language = useLanguage();
  return (
    <Form method="post">
      {texts.map((text) => {
        const theirs = clash?.stale.find((each) => each.language === text.language);
        const field = form.field(`body-${text.language}`, text.body);
        return (
          <div key={`${text.language} ${text.version}`}>
            {/* After a clash the next save stands upon what was shown, and upon nothing newer. */}
            <input type="hidden" name={`base-${text.language}`} value={theirs?.version ?? clash?.bases[text.language] ?? text.version} />
            {theirs && (
              <div className="mt-6 border-l-4 border-caution pl-5">
                <p className="font-semibold">{words.theirs}</p>
                <p className="measure mt-1 whitespace-pre-line" lang={text.language}>
                  {theirs.body}
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
      </Actions>
    </Form>
  );
}
