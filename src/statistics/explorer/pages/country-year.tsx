import { databaseContext, languageContext, notFound, originContext } from "#web";
import { REGION } from "../../release/release-data.ts";
import type { Route } from "./+types/country-year.ts";
import { areaAnswer, publicHeaders } from "./area-answer.ts";
import { areaMeta } from "./area-meta.ts";
import { AreaView } from "./area-view.tsx";

/** One country in one year. The region has its own address. */
export function loader({ request, params, context }: Route.LoaderArgs) {
  if (params.area === REGION) throw notFound();
  const asked = {
    language: context.get(languageContext),
    year: params.year,
    area: params.area,
    origin: context.get(originContext),
  };
  return areaAnswer(context.get(databaseContext), request, asked);
}

export const headers = () => publicHeaders;

export const meta = ({ loaderData }: Route.MetaArgs) => (loaderData ? areaMeta(loaderData) : []);

/** The page of a country in one year. */
export default function CountryYear({ loaderData: { page, citation } }: Route.ComponentProps) {
  return <AreaView page={page} citation={citation} />;
}
