export { infographicModel } from "./build.ts";
export type { Drawing, InfographicModel, Section, SectionId } from "./model.ts";
export { type Paper, infographicPdf } from "./pdf.server.ts";
export { type InfographicFile, infographicPng, renderInfographics } from "./render.server.ts";
export { infographicSvg } from "./svg.tsx";
