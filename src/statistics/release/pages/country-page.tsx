import { Form, Link, data, redirect, useSearchParams } from "react-router";
import { formatCount, formatDate, formatInstant } from "#basics";
import { read, write } from "#database";
import { may } from "#identity";
import {
  Actions,
  Breadcrumbs,
  Button,
  CheckboxGroup,
  DataTable,
  DefinitionList,
  EmptyState,
  ErrorSummary,
  FigureBig,
  LinkButton,
  Notice,
  PageHeading,
  Section,
  countryName,
  formProblems,
  formRefusal,
  formState,
  notFound,
  useLanguage,
  useWords,
} from "#web";
import { collectionWords, releaseWords } from "#words";
import { areaAddress } from "../files.ts";
import { approvePage, releaseRefusalText } from "../publish.store.ts";
import { countryPageView } from "./country-page-view.ts";
import { infographicForms } from "./file-kind.ts";
import { PageTableView } from "./page-table-view.tsx";
import { releaseAddress } from "./release-address.ts";
import { askedPage, collectionThere } from "./release-asked.ts";
import type { Route } from "./+types/country-page.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** Everything that will be public about one country, for those who answer for it. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, collection, country, language } = askedPage(args);
  return read(database, actor, async (tx) => {
    const { id, year, exercise } = await collectionThere(tx, collection);
    const found = await countryPageView(tx, { collection: id, country, language });
    if (found === "not-in-collection") throw notFound();
    return {
      collection: id,
      country,
      year,
      exercise,
      name: countryName(country)[language],
      publicPage: areaAddress(language, { year, exercise }, country),
      office: actor.office,
      mayApprove: may(actor, "country-page.approve", country) === "allowed",
      ...found,
    };
  });
}

/** Approves the page that was read: if a figure is no longer as it was, nothing is approved. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, collection, country, language } = askedPage(args);
  if (may(actor, "country-page.approve", country) !== "allowed") throw data(null, { status: 403 });
  const form = await args.request.formData();
  if (form.get("confirm") !== "yes") return formProblems({ confirm: ["confirmMissing"] }, form);
  const digest = form.get("digest");
  const refusal = await write(database, actor, (tx) => approvePage(tx, actor, collection, typeof digest === "string" ? digest : ""));
  if (refusal === "not-yours") throw data(null, { status: 403 });
  if (refusal) return formRefusal(releaseRefusalText[refusal][language], form);
  return redirect(`${releaseAddress(language, collection, country)}?done=approve`, 303);
}

/** The page on which a delegate reads what will be public about the country, and approves it. */
export default function CountryPage({ loaderData, actionData }: Route.ComponentProps) {
  const { collection, country, name, office, candidate, isPublished, publicPage } = loaderData;
  const all = useWords(releaseWords);
  const words = all.page;
  const lists = useWords(collectionWords);
  const language = useLanguage();
  const [query] = useSearchParams();
  const year = String(loaderData.year);
  const form = formState(actionData, { confirmMissing: words.confirmMissing });
  const title = candidate ? (candidate.approval ? words.titleApproved : words.title) : isPublished ? words.titlePublished : words.titleNone;
  const back = office === "secretariat" ? releaseAddress(language, collection) : `/${language}/workspace/collections/${collection}`;
  return (
    <>
      <PageHeading
        title={title(name, year)}
        tab={words.tab(name, year)}
        lead={candidate ? words.lead : undefined}
        above={
          <Breadcrumbs
            way={[
              { label: lists.title, to: `/${language}/workspace/collections` },
              { label: `${lists.topic} ${year}`, to: `/${language}/workspace/collections/${collection}` },
              office === "secretariat" ? { label: all.crumb, to: back } : { label: all.crumb },
              { label: name },
            ]}
          />
        }
      />
      {loaderData.exercise && <Notice title={lists.exercise}>{all.exercise}</Notice>}
      {query.get("done") === "approve" && candidate?.approval && actionData === undefined && <Notice tone="good">{all.done.approve}</Notice>}
      <ErrorSummary form={form} />
      {!candidate && !isPublished && <EmptyState title={words.none}>{words.noneDetail}</EmptyState>}
      {!candidate && isPublished && (
        <>
          <p className="measure mt-6">{words.publishedDetail}</p>
          <Actions>
            <LinkButton reloadDocument to={publicPage}>
              {words.publicPage}
            </LinkButton>
          </Actions>
        </>
      )}
      {candidate && <Candidate country={country} name={name} year={year} collection={collection} candidate={candidate} />}
      {candidate && (
        <Section id="approve" title={words.approveTitle}>
          {candidate.approval ? (
            <Notice tone="good" title={words.approvedBy(candidate.approval.author, formatInstant(candidate.approval.at, language))} />
          ) : (
            <p>{candidate.earlier ? words.approvedBefore(candidate.earlier.author, formatInstant(candidate.earlier.at, language)) : words.noPerson}</p>
          )}
          <div className="mt-5">
            <DefinitionList
              items={[
                {
                  term: words.mark,
                  detail: (
                    <>
                      <code className="block text-small break-all">{candidate.digest}</code>
                      <span className="text-small text-ink-soft">{words.markHelp}</span>
                    </>
                  ),
                },
              ]}
            />
          </div>
          {!candidate.approval && (
            <Form method="post">
              <input type="hidden" name="digest" value={candidate.digest} />
              {loaderData.mayApprove && <CheckboxGroup {...form.field("confirm")} label={words.approveLabel} help={words.wrong} choices={[{ value: "yes", label: words.confirm }]} />}
              <Actions>
                <Button disabled={!loaderData.mayApprove}>{words.approve}</Button>
                {!loaderData.mayApprove && <span className="text-small text-ink-soft">{office === "secretariat" ? words.onlyOwn : words.onlySigners}</span>}
                {loaderData.mayApprove && (
                  <LinkButton kind="quiet" to={`/${language}/workspace/collections/${collection}/${country}/remarks`}>
                    {words.remarks}
                  </LinkButton>
                )}
              </Actions>
            </Form>
          )}
          <p className="mt-8">
            <Link to={back} className="link">
              {office === "secretariat" ? words.back : all.waiting.link}
            </Link>
          </p>
        </Section>
      )}
    </>
  );
}

type CandidateData = NonNullable<Route.ComponentProps["loaderData"]["candidate"]>;

/** What will be public: the number, where it comes from, what is hidden, the drawing, the tables and the years. */
function Candidate({ country, name, year, collection, candidate }: { country: string; name: string; year: string; collection: string; candidate: CandidateData }) {
  const all = useWords(releaseWords);
  const words = all.page;
  const language = useLanguage();
  const { area, cells, headline } = candidate;
  const address = (path: string) => `${releaseAddress(language, collection, `files/${path}`)}?version=${candidate.version}`;
  const hidden = cells.protected;
  const total = hidden + cells.observed + cells.range + cells.source + cells.absent;
  const count = (number: number) => formatCount(number, language, country);
  const picture = candidate.drawings.find((file) => file.language === language && file.form === "png");
  return (
    <>
      <div className="mt-10">{headline === undefined ? <p className="text-lead">{words.headlineHidden}</p> : <FigureBig figure={headline} counts={words.headline(year)} />}</div>
      <Section title={words.facts}>
        <DefinitionList
          items={[
            { term: words.authority, detail: area.authority ?? words.missing },
            { term: words.referenceDate, detail: area.referenceDate === undefined ? words.missing : formatDate(area.referenceDate, language) },
            { term: words.source, detail: area.source ?? words.missing },
            { term: words.design, detail: all.protection.designs[area.design] },
          ]}
        />
      </Section>
      <Section title={words.hiddenTitle}>
        <p className="measure">{hidden > 0 ? words.hidden(count(hidden), count(total), count(candidate.k - 1)) : words.hiddenNone(count(candidate.k - 1))}</p>
        {cells.source > 0 && <p className="measure mt-3">{words.atSource(count(cells.source))}</p>}
        {area.design !== "full" && area.design !== "none" && <p className="measure mt-3">{words.pooled}</p>}
      </Section>
      {picture && (
        <Section title={words.infographic}>
          <img
            src={address(picture.path)}
            alt={words.infographicAlt(name, year)}
            width={1080}
            height={1350}
            loading="lazy"
            className="h-auto w-full max-w-[34rem] border border-line"
          />
          <p className="mt-4 font-semibold">{words.infographicFiles}</p>
          {(["es", "en"] as const).map((each) => (
            <p key={each} className="mt-1 flex flex-wrap gap-x-4">
              <span className="text-ink-soft">{all.files.inLanguage[each]}:</span>
              {infographicForms.map((kind) => {
                const file = candidate.drawings.find((drawing) => drawing.language === each && drawing.form === kind);
                return (
                  file && (
                    <a key={kind} href={address(file.path)} className="link" aria-label={all.files.formOf(name, all.files.inLanguage[each], all.files.forms[kind])}>
                      {all.files.forms[kind]}
                    </a>
                  )
                );
              })}
            </p>
          ))}
        </Section>
      )}
      <Section title={words.tables}>
        {candidate.tables.map((table) => (
          <PageTableView key={`${table.id} ${table.years?.join() ?? ""}`} table={table} />
        ))}
        {candidate.trend.length > 1 && (
          <div className="mt-10 max-w-[30rem]">
            <DataTable
              caption={words.trend}
              rows={candidate.trend}
              rowKey={(point) => String(point.year)}
              columns={[
                { id: "year", head: words.trendYear, kind: "row-head", cell: (point) => String(point.year) },
                { id: "value", head: words.value, kind: "number", cell: (point) => point.text },
              ]}
            />
          </div>
        )}
      </Section>
    </>
  );
}
