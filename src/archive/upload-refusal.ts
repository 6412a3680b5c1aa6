import type { Text } from "#basics";

/** Why a file that somebody sent is not taken. */
export type UploadRefusal = keyof typeof uploadRefusalText;

/** The sentence for each refusal: what the file is, and what to do. */
export const uploadRefusalText = {
  empty: {
    es: "El archivo está vacío. Elija el documento y envíelo otra vez.",
    en: "The file is empty. Choose the document and send it again.",
  },
  "too-big": {
    es: "El archivo pesa más de lo permitido. Reduzca sus imágenes o divídalo en partes, y envíelo otra vez.",
    en: "The file is larger than allowed. Reduce its pictures or divide it into parts, and send it again.",
  },
  "too-big-inside": {
    es: "El archivo crece demasiado al abrirse y, por seguridad, no se recibió. Ábralo en su programa, guárdelo de nuevo y envíe la copia.",
    en: "The file grows too much when opened and, for safety, was not taken. Open it in your program, save it again and send the copy.",
  },
  "kind-unknown": {
    es: "Esa clase de archivo no se recibe. Envíe un PDF, un documento de Word (.docx), Excel (.xlsx) o PowerPoint (.pptx), una imagen PNG o JPEG, o un texto (.txt).",
    en: "That kind of file is not taken. Send a PDF, a Word (.docx), Excel (.xlsx) or PowerPoint (.pptx) document, a PNG or JPEG picture, or a text (.txt).",
  },
  "not-what-it-says": {
    es: "El contenido del archivo no corresponde a su nombre. Ábralo en el programa con que se hizo, guárdelo de nuevo y envíe esa copia.",
    en: "The content of the file is not what its name says. Open it in the program it was made with, save it again and send that copy.",
  },
  program: {
    es: "Es un programa y, por seguridad, no se recibe. Envíe el documento mismo.",
    en: "It is a program and, for safety, is not taken. Send the document itself.",
  },
  "web-page": {
    es: "Es una página web. Imprímala como PDF y envíe ese archivo.",
    en: "It is a web page. Print it as PDF and send that file.",
  },
  drawing: {
    es: "Es un dibujo SVG, que puede contener instrucciones ocultas. Guárdelo como PNG o PDF y envíe ese archivo.",
    en: "It is an SVG drawing, which can hold hidden instructions. Save it as PNG or PDF and send that file.",
  },
  "old-office": {
    es: "Es un documento antiguo de Office (.doc, .xls, .ppt) o protegido con contraseña. Quite la contraseña y guárdelo como .docx, .xlsx o .pptx, o como PDF.",
    en: "It is an old Office document (.doc, .xls, .ppt), or one protected with a password. Remove the password and save it as .docx, .xlsx or .pptx, or as PDF.",
  },
  macros: {
    es: "El documento contiene macros o toma instrucciones de otro archivo y, por seguridad, no se recibe. Guárdelo sin macros (.docx, .xlsx, .pptx) o como PDF.",
    en: "The document holds macros or takes instructions from another file and, for safety, is not taken. Save it without macros (.docx, .xlsx, .pptx) or as PDF.",
  },
  "file-inside": {
    es: "El documento lleva otro archivo dentro, que no se puede revisar. Quítelo y envíelo por separado.",
    en: "The document carries another file inside, which cannot be examined. Remove it and send it separately.",
  },
  "active-pdf": {
    es: "El PDF contiene instrucciones que se ejecutan al abrirlo (JavaScript, programas o formularios activos). Imprímalo como PDF nuevo y envíe esa copia.",
    en: "The PDF holds instructions that run when it is opened (JavaScript, programs or active forms). Print it as a new PDF and send that copy.",
  },
  "locked-pdf": {
    es: "El PDF está cifrado o protegido con contraseña y no se puede revisar. Quite la protección, o imprímalo como PDF nuevo, y envíe esa copia.",
    en: "The PDF is encrypted or protected with a password and cannot be examined. Remove the protection, or print it as a new PDF, and send that copy.",
  },
  damaged: {
    es: "El archivo está incompleto o dañado. Ábralo en su programa, guárdelo de nuevo y envíe la copia.",
    en: "The file is incomplete or damaged. Open it in your program, save it again and send the copy.",
  },
  "unreadable-text": {
    es: "El texto no se puede leer. Guárdelo con la codificación UTF-8, o como PDF, y envíe la copia.",
    en: "The text cannot be read. Save it in the UTF-8 encoding, or as PDF, and send the copy.",
  },
} as const satisfies Record<string, Text>;
