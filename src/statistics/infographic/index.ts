export { infographicModel } from "./build.ts";
export type { InfographicModel, Section } from "./model.ts";
export { infographicPdf } from "./pdf.server.ts";
export { infographicPng, renderInfographics } from "./render.server.ts";
export { infographicSvg } from "./svg.tsx";
