import { Link } from "react-router";
import { read } from "#database";
import { DataTable, LinkButton, Section, databaseContext, shellContext, useLanguage, useWords } from "#web";
import { coalitionWords, shellWords } from "#words";
import { currentMembers } from "../member.store.ts";
import type { Route } from "./+types/home.ts";
import { LatestStatistics } from "./latest-statistics.tsx";
import { MemberLights } from "./member-lights.tsx";

/** The members, and the newest released figure as the wiring knows to find it. */
export async function loader({ context }: Route.LoaderArgs) {
  const database = context.get(databaseContext);
  const members = await read(database, { kind: "public" }, currentMembers);
  return { members, highlight: await context.get(shellContext).highlight?.(database) };
}

/** May be kept for a minute: it changes with a release. */
export const headers = () => ({ "Cache-Control": "public, max-age=60, stale-while-revalidate=600" });

/** What the search engines and link previews say of the platform. */
export function meta({ params }: Route.MetaArgs) {
  const words = coalitionWords[params.lang === "en" ? "en" : "es"].home;
  return [{ name: "description", content: words.lead }];
}

/** The first page: who counts, the newest figure, what can be expected of it, and the national mechanisms behind it. */
export default function Home({ loaderData: { members, highlight } }: Route.ComponentProps) {
  const { home: words, states } = useWords(coalitionWords);
  const count = states(members.length);
  const { fullName } = useWords(shellWords);
  const language = useLanguage();
  const names = Object.fromEntries(members.map((state) => [state.code, state.name[language]]));
  return (
    <>
      <title>{`CORETT · ${fullName}`}</title>
      <div className="grid items-center gap-x-12 gap-y-10 lg:grid-cols-12">
        <div className="lg:col-span-6">
          <p className="text-small text-ink-soft">{fullName}</p>
          <h1 className="mt-3 font-serif text-[2.05rem] leading-[1.1] font-semibold tracking-[-0.015em] md:text-[2.9rem]">
            {words.title(`${count.charAt(0).toUpperCase()}${count.slice(1)}`)}
          </h1>
          <p className="measure mt-5 text-lead text-ink-soft">{words.lead}</p>
          <p className="mt-7 flex flex-wrap gap-3">
            <LinkButton to={`/${language}/statistics`}>{words.toStatistics}</LinkButton>
            <LinkButton kind="quiet" to={`/${language}/about`}>
              {words.toAbout}
            </LinkButton>
          </p>
        </div>
        <div className="lg:col-span-6">
          <MemberLights names={names} title={words.mapTitle} detail={words.mapDetail} />
        </div>
      </div>
      <Section title={words.latestTitle}>
        <LatestStatistics highlight={highlight} />
      </Section>
      <Section title={words.promisesTitle}>
        <dl className="grid gap-x-12 gap-y-7 sm:grid-cols-2 lg:grid-cols-4">
          {words.promises.map(([name, text]) => (
            <div key={name} className="border-t-2 border-ink pt-3">
              <dt className="font-semibold">{name}</dt>
              <dd className="mt-1 text-ink-soft">{text}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="members" title={words.membersTitle} lead={words.membersLead}>
        <DataTable
          caption={words.membersTitle}
          hideCaption
          rows={members}
          rowKey={(state) => state.code}
          columns={[
            {
              id: "state",
              head: words.state,
              kind: "row-head",
              cell: (state) => (
                <Link to={`/${language}/members/${state.code}`} className="link whitespace-nowrap">
                  {state.name[language]}
                </Link>
              ),
            },
            {
              id: "mechanism",
              head: words.mechanism,
              kind: "long",
              cell: (state) =>
                state.mechanismLanguage === language ? (
                  state.mechanism[language]
                ) : (
                  <>
                    {state.mechanism[language]}
                    <span lang={state.mechanismLanguage} className="block text-small text-ink-soft">
                      {state.mechanism[state.mechanismLanguage]}
                    </span>
                  </>
                ),
            },
            {
              id: "basis",
              head: words.basis,
              kind: "long",
              cell: (state) => state.basis?.[language] ?? <span className="text-ink-soft">{words.basisUnknown}</span>,
            },
          ]}
        />
        <p className="mt-4 text-small text-ink-soft">{words.membersSource}</p>
      </Section>
    </>
  );
}
