export { newVerificationCode } from "./code.ts";
export { type Deposit, type DepositRefusal, type Deposited, type Rendition, depositRefusalText, plainFileName } from "./deposit.ts";
export { deposit } from "./deposit.store.ts";
export { type ArchivedDocument, type ArchivedFile, type ArchivedVersion, type Circle, type DocumentClass, type DocumentLine } from "./document.ts";
export { type DocumentFilter, type FileContent, type WidenRefusal, documentOf, documentsOf, renditionFile, widen } from "./document.store.ts";
export { archivedFileAnswer } from "./file-answer.ts";
export { type Upload, acceptUpload } from "./upload.ts";
export { type UploadRefusal, uploadRefusalText } from "./upload-refusal.ts";
export { type ArchiveVerdict, type Verified, verify, verifyArchive } from "./verification.store.ts";
