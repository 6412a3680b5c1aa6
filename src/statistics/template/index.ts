export { type SourceStatement, type SourceField, sourceFields, sourceWords, templateFileName } from "./layout.ts";
export { neutralText, plainText } from "./neutral.ts";
export { type Stamp, type TemplateKind } from "./stamp.ts";
export { type TemplateRequest, writeTemplate } from "./write.ts";
