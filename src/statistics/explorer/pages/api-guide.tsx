import { Breadcrumbs, DataTable, PageHeading, Section, originContext, useLanguage, useWords } from "#web";
import { explorerWords } from "#words";
import type { Route } from "./+types/api-guide.ts";
import { publicHeaders } from "./area-answer.ts";

const addresses = [
  "/api/v1/releases",
  "/api/v1/releases/trafficking-2022/latest",
  "/api/v1/releases/trafficking-2022/latest/cells?area=GTM&table=victims",
  "/api/v1/releases/trafficking-2022/latest/tables/victims.csv?area=GTM",
  "/api/v1/releases/trafficking-2022/latest/tables/victims.json?lang=es",
  "/api/v1/catalog.jsonld",
  "/api/v1/openapi.json",
];

/** The public address of the platform, for the example. */
export function loader({ context }: Route.LoaderArgs) {
  return { origin: context.get(originContext) };
}

export const headers = () => publicHeaders;

/** For people who write programs: where the figures are, what to expect of them, and one example. */
export default function ApiGuide({ loaderData: { origin } }: Route.ComponentProps) {
  const words = useWords(explorerWords);
  const own = words.api;
  const language = useLanguage();
  return (
    <>
      <PageHeading
        title={own.title}
        lead={own.lead}
        above={
          <Breadcrumbs
            way={[
              { label: words.home, to: `/${language}` },
              { label: words.statistics, to: `/${language}/statistics` },
              { label: own.tab },
            ]}
          />
        }
      />
      <Section title={own.addressesTitle}>
        <DataTable
          caption={own.addressesTitle}
          hideCaption
          rows={addresses.map((address, at) => ({ address, gives: own.addresses[at] ?? "" }))}
          rowKey={({ address }) => address}
          columns={[
            {
              id: "address",
              head: own.address,
              kind: "row-head",
              cell: ({ address }) => (
                <a className="link font-mono text-small font-normal break-all" href={address}>
                  {address}
                </a>
              ),
            },
            { id: "gives", head: own.gives, kind: "long", cell: ({ gives }) => gives },
          ]}
        />
      </Section>
      <Section title={own.rulesTitle}>
        <div className="prose measure">
          <ul>
            {own.rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </div>
      </Section>
      <Section title={own.exampleTitle}>
        <pre className="overflow-x-auto bg-sunken px-4 py-3 font-mono text-small" tabIndex={0}>
          <code>{`curl "${origin}${addresses[2]}"`}</code>
        </pre>
      </Section>
    </>
  );
}
