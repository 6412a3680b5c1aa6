export { type DocxStructure, readDocxStructure } from "./docx-structure.ts";
export { type FontFace, fontFaces } from "./fonts.server.ts";
export {
  type Block,
  type OfficialDocument,
  type Prose,
  type Signature,
  type Span,
  type TableBlock,
  type TableColumn,
  type Verification,
  plainProse,
} from "./official-document.ts";
export { unprintableCharacters } from "./official-content.server.ts";
export { officialDocx } from "./official-docx.server.ts";
export { officialPdf } from "./official-pdf.server.ts";
export { type PdfStructure, type TagElement, readPdfStructure, tagsInOrder } from "./pdf-structure.ts";
export { rasterize } from "./rasterize.server.ts";
export { type PdfStandard, type TypesetOptions, typeset } from "./typeset.server.ts";
