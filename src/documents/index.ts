export { type FontFace, fontFaces } from "./fonts.server.ts";
export { rasterize } from "./rasterize.server.ts";
export { type PdfStandard, type TypesetOptions, typeset } from "./typeset.server.ts";
