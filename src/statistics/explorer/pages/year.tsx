import { databaseContext, languageContext, originContext } from "#web";
import { REGION } from "../../release/release-data.ts";
import type { Route } from "./+types/year.ts";
import { areaAnswer, publicHeaders } from "./area-answer.ts";
import { areaMeta } from "./area-meta.ts";
import { AreaView } from "./area-view.tsx";

/** The region in one year. */
export function loader({ request, params, context }: Route.LoaderArgs) {
  const asked = { language: context.get(languageContext), year: params.year, area: REGION, origin: context.get(originContext) };
  return areaAnswer(context.get(databaseContext), request, asked);
}

export const headers = () => publicHeaders;

export const meta = ({ loaderData }: Route.MetaArgs) => (loaderData ? areaMeta(loaderData) : []);

/** The page of the region in one year. */
export default function Year({ loaderData: { page, citation } }: Route.ComponentProps) {
  return <AreaView page={page} citation={citation} />;
}
