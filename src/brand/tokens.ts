/**
 * The coalition's design in numbers: the one source for site, charts and documents.
 *
 * Colours are sRGB hex. Each theme names roles, not hues: `ink` is text and structure, `work` is the working blue of links
 * and buttons, `light` is the amber of the mark (never for text on paper), `paper` the warm white of pages. The chart roles:
 * `chartStrong` what a title speaks of, `chartMain` all other marks, `chartHatch` hidden figures, `chartLand` the rest of the
 * continent, `chartMember` member states, `chartFlow` ways between them.
 */
export const themes = {
  light: {
    paper: "#fbf9f5",
    surface: "#ffffff",
    sunken: "#f3efe8",
    line: "#d9d3c7",
    ink: "#10243e",
    inkSoft: "#4d5967",
    work: "#1b5a9e",
    workStrong: "#123f73",
    workWash: "#e6eef7",
    light: "#e0a030",
    lightWash: "#fbf0d9",
    good: "#1d6b45",
    goodWash: "#e2f1e8",
    caution: "#8a5a00",
    cautionWash: "#fbf0d9",
    bad: "#a3262a",
    badWash: "#fae6e4",
    chartStrong: "#174f8c",
    chartMain: "#5a90c6",
    chartHatch: "#76818e",
    chartLand: "#ebe5da",
    chartMember: "#bfd5ec",
    chartFlow: "#a8690a",
  },
  dark: {
    paper: "#0f1822",
    surface: "#16222f",
    sunken: "#0b121a",
    line: "#334252",
    ink: "#eef1f4",
    inkSoft: "#aab6c2",
    work: "#86b8ee",
    workStrong: "#b5d3f5",
    workWash: "#1b3046",
    light: "#edb552",
    lightWash: "#3a2f18",
    good: "#7fcfa5",
    goodWash: "#17352a",
    caution: "#edb552",
    cautionWash: "#3a2f18",
    bad: "#f2a09b",
    badWash: "#40201f",
    chartStrong: "#b5d3f5",
    chartMain: "#5a90c6",
    chartHatch: "#8795a3",
    chartLand: "#1d2a38",
    chartMember: "#2c4a6b",
    chartFlow: "#edb552",
  },
} as const;

/** One hue in steps, for magnitude: from the palest to the strongest. */
export const magnitude = ["#e6eef7", "#bfd5ec", "#8fb5dc", "#5a90c6", "#2f6fae", "#174f8c", "#0f3560"] as const;

/** At most six categories on paper, told apart by colour-blind readers too (a test proves it); the seventh is the rest. */
export const categories = ["#174f8c", "#b57706", "#2fa06b", "#6a4a5f", "#8766e2", "#8b2615"] as const;
export const theRest = "#8d877b";

/** Type: one family for text and tables, one quiet serif for titles. Sizes in CSS pixels, few steps. */
export const type = {
  sans: "Source Sans 3",
  serif: "Source Serif 4",
  sizes: { small: 15, text: 17.5, lead: 20, h3: 22, h2: 28, h1: 40, figure: 72 },
} as const;
