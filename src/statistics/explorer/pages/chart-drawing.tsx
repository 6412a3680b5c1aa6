import { Bars, type ChartOptions, type Grouping, RegionMap, SexAge, Split, Tiles, Trend, pagePalette } from "#charts";
import { useLanguage } from "#web";
import type { PageSection } from "../area-page.ts";

interface DrawingProps {
  readonly section: Pick<PageSection, "drawing" | "finding" | "id">;
  readonly grouping: Grouping;
}

/**
 * A chart drawn twice, for a desk and for a telephone, of which a screen shows one: letters stay as large as the text, and no
 * script is asked which screen it is.
 */
export function ChartDrawing({ section, grouping }: DrawingProps) {
  const language = useLanguage();
  const wide = section.drawing.kind === "tiles" ? 1180 : 590;
  const options = { title: section.finding, language, grouping, palette: pagePalette };
  return (
    <>
      <div className="hidden sm:block [&>svg]:h-auto [&>svg]:w-full">
        <Drawn section={section} options={{ ...options, width: wide, size: 17 }} isNarrow={false} />
      </div>
      <div className="max-w-[26rem] sm:hidden [&>svg]:h-auto [&>svg]:w-full">
        <Drawn section={section} options={{ ...options, width: 350, size: 15 }} isNarrow />
      </div>
    </>
  );
}

function Drawn({
  section: { drawing },
  options,
  isNarrow,
}: {
  section: DrawingProps["section"];
  options: ChartOptions;
  isNarrow: boolean;
}) {
  switch (drawing.kind) {
    case "sex-age":
      return <SexAge {...options} {...drawing} />;
    case "bars":
      return <Bars {...options} {...drawing} />;
    case "split":
      return <Split {...options} {...drawing} />;
    case "map":
      return <RegionMap {...options} {...drawing} size={options.size * 0.94} />;
    case "tiles":
      return <Tiles {...options} {...drawing} columns={isNarrow ? 1 : 3} />;
    case "trend":
      return <Trend {...options} {...drawing} height={isNarrow ? 210 : 290} />;
  }
}
