import { themes } from "#brand";

/** The colours of a chart by role. `strong` is what the title speaks of, `main` all other marks, `rest` what has no name. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly strong: string;
  readonly main: string;
  readonly hatch: string;
  readonly land: string;
  readonly member: string;
  readonly flow: string;
}

/** On the warm white of pages and prints. */
export const paperPalette: Palette = paletteOf(themes.light);

/** On the dark theme. */
export const nightPalette: Palette = paletteOf(themes.dark);

/**
 * For charts inside a page: the site's own custom properties, each with the colour on paper behind it, so that one drawing
 * follows the reader's theme.
 */
export const pagePalette: Palette = {
  paper: `var(--paper, ${paperPalette.paper})`,
  ink: `var(--ink, ${paperPalette.ink})`,
  soft: `var(--ink-soft, ${paperPalette.soft})`,
  line: `var(--line, ${paperPalette.line})`,
  strong: `var(--chart-strong, ${paperPalette.strong})`,
  main: `var(--chart-main, ${paperPalette.main})`,
  hatch: `var(--chart-hatch, ${paperPalette.hatch})`,
  land: `var(--chart-land, ${paperPalette.land})`,
  member: `var(--chart-member, ${paperPalette.member})`,
  flow: `var(--chart-flow, ${paperPalette.flow})`,
};

function paletteOf(theme: (typeof themes)["light" | "dark"]): Palette {
  return {
    paper: theme.paper,
    ink: theme.ink,
    soft: theme.inkSoft,
    line: theme.line,
    strong: theme.chartStrong,
    main: theme.chartMain,
    hatch: theme.chartHatch,
    land: theme.chartLand,
    member: theme.chartMember,
    flow: theme.chartFlow,
  };
}

/** The families of the charts: as in documents, then as the site calls them, then whatever the reader has. */
export const sans = "'Source Sans 3', 'Source Sans 3 Variable', system-ui, sans-serif";
export const serif = "'Source Serif 4', Georgia, serif";
