import { explorerWords } from "#words";
import { infographicFiles } from "../address.ts";
import type { areaAnswer } from "./area-answer.ts";

/** What search engines and link previews are told of a page: its figure, its picture and the data behind it. */
export function areaMeta({ page, origin, dataset }: Awaited<ReturnType<typeof areaAnswer>>) {
  const { model, release, area } = page;
  const words = explorerWords[model.language].page;
  const description = words.description(model.headline.figure, model.headline.counts, String(release.year), model.place);
  return [
    { name: "description", content: description },
    { property: "og:type", content: "article" },
    { property: "og:title", content: model.title },
    { property: "og:description", content: description },
    {
      property: "og:image",
      content: `${origin}${infographicFiles(release.collection, release.version, area.code, model.language).png}`,
    },
    { property: "og:image:width", content: "1080" },
    { property: "og:image:height", content: "1350" },
    { property: "og:image:alt", content: words.pictureAlt(model.place, String(release.year)) },
    { name: "twitter:card", content: "summary_large_image" },
    ...(page.isNewest ? [] : [{ name: "robots", content: "noindex" }]),
    { "script:ld+json": dataset },
  ];
}
