import type { Text } from "#basics";
import type { Problem } from "./problem.ts";

/** Why a whole file is sent back unread, in both languages: what it is, and what to do. */
const reasons = {
  empty: [
    "El archivo está vacío.", "The file is empty.",
    "Elija el archivo con sus datos y envíelo otra vez.", "Choose the file with your data and send it again.",
  ],
  "too-big": [
    "El archivo pesa más de {limit}.", "The file is larger than {limit}.",
    "Quite imágenes y hojas que no hacen falta, o envíe los registros como CSV.", "Remove pictures and sheets that are not needed, or send the records as CSV.",
  ],
  "too-big-inside": [
    "El archivo crece demasiado al abrirse y no se abrió, por seguridad.", "The file grows too much when opened, and for safety it was not opened.",
    "Copie sus datos a una plantilla nueva y envíela.", "Copy your data into a new template and send that.",
  ],
  "too-many-rows": [
    "El archivo tiene más de {limit} filas.", "The file has more than {limit} rows.",
    "Divídalo en partes, o envíe los registros como CSV.", "Divide it into parts, or send the records as CSV.",
  ],
  damaged: [
    "El archivo está incompleto o dañado y no se puede abrir.", "The file is incomplete or damaged and cannot be opened.",
    "Ábralo en su programa, guárdelo de nuevo como libro de Excel (.xlsx) y envíe la copia.", "Open it in your program, save it again as an Excel workbook (.xlsx) and send the copy.",
  ],
  "old-excel": [
    "Es un libro de Excel antiguo (.xls) o protegido con contraseña.", "It is an old Excel workbook (.xls), or one protected with a password.",
    "Quite la contraseña y guárdelo como libro de Excel (.xlsx).", "Remove the password and save it as an Excel workbook (.xlsx).",
  ],
  "binary-excel": [
    "Es un libro binario de Excel (.xlsb).", "It is a binary Excel workbook (.xlsb).",
    "Guárdelo como libro de Excel (.xlsx).", "Save it as an Excel workbook (.xlsx).",
  ],
  "open-document": [
    "Es una hoja de cálculo OpenDocument (.ods).", "It is an OpenDocument spreadsheet (.ods).",
    "Guárdela como libro de Excel (.xlsx).", "Save it as an Excel workbook (.xlsx).",
  ],
  macros: [
    "El libro contiene macros y no se abrió, por seguridad.", "The workbook holds macros and for safety was not opened.",
    "Guárdelo como libro de Excel sin macros (.xlsx).", "Save it as an Excel workbook without macros (.xlsx).",
  ],
  "outside-links": [
    "El libro toma datos de otros archivos o conexiones y no se abrió.", "The workbook takes data from other files or connections and was not opened.",
    "Pegue los datos como valores y rompa los vínculos (Datos, Editar vínculos).", "Paste the data as values and break the links (Data, Edit links).",
  ],
  pdf: [
    "Es un documento PDF, no una hoja de cálculo.", "It is a PDF document, not a spreadsheet.",
    "Envíe el libro de Excel (.xlsx) o el CSV del que se hizo.", "Send the Excel workbook (.xlsx) or CSV it was made from.",
  ],
  picture: [
    "Es una imagen, no una hoja de cálculo.", "It is a picture, not a spreadsheet.",
    "Envíe el libro de Excel (.xlsx) o el CSV con los datos.", "Send the Excel workbook (.xlsx) or CSV with the data.",
  ],
  "web-page": [
    "Es una página web guardada como hoja de cálculo.", "It is a web page saved as a spreadsheet.",
    "Ábrala en Excel y guárdela como libro de Excel (.xlsx).", "Open it in Excel and save it as an Excel workbook (.xlsx).",
  ],
  "other-document": [
    "No es un libro de Excel (.xlsx) ni un CSV.", "It is neither an Excel workbook (.xlsx) nor a CSV.",
    "Guarde los datos como libro de Excel (.xlsx) o CSV y envíe la copia.", "Save the data as an Excel workbook (.xlsx) or CSV and send the copy.",
  ],
  "no-table": [
    "No se encontró la plantilla ni un encabezado con columnas conocidas.", "Neither the template nor a header with known columns was found.",
    "Use la plantilla de la plataforma, o ponga en una fila los nombres de las columnas: {columns}.", "Use the platform's template, or put the names of the columns in one row: {columns}.",
  ],
  "columns-missing": [
    "Faltan columnas: {columns}.", "Columns are missing: {columns}.",
    "Agréguelas con esos nombres; los encabezados van en una sola fila.", "Add them under those names; the header is one row.",
  ],
  "column-twice": [
    "Dos columnas dicen ser «{columns}».", "Two columns claim to be “{columns}”.",
    "Deje una sola.", "Keep only one.",
  ],
  "identity-column": [
    "El archivo tiene columnas que identifican a personas: {columns}. Nada se leyó ni se guardó.", "The file has columns that identify persons: {columns}. Nothing was read or kept.",
    "Quite esas columnas de todas las hojas y envíe la copia. La plataforma nunca recibe nombres, documentos, teléfonos, direcciones ni fechas de nacimiento.",
    "Remove those columns from all sheets and send the copy. The platform never takes names, documents, telephones, addresses or dates of birth.",
  ],
  "identity-values": [
    "La columna {columns} parece contener {kind}. Nada se guardó.", "The column {columns} seems to hold {kind}. Nothing was kept.",
    "Sustituya esos valores por códigos que no digan quién es la persona, o quite la columna.", "Replace those values with codes that do not say who the person is, or remove the column.",
  ],
  "wrong-country": [
    "La plantilla es de {found} y se esperaba la de {expected}.", "The template is for {found} and that of {expected} was expected.",
    "Descargue la plantilla de su país y copie sus cifras.", "Download your country's template and copy your figures.",
  ],
  "wrong-year": [
    "La plantilla es del año {found} y se esperaba la de {expected}.", "The template is for the year {found} and that of {expected} was expected.",
    "Elija el año correcto, o descargue la plantilla de ese año y copie sus cifras.", "Choose the right year, or download that year's template and copy your figures.",
  ],
  "wrong-methodology": [
    "La plantilla es de la metodología «{found}»; este año usa «{expected}».", "The template is of methodology “{found}”; this year uses “{expected}”.",
    "Descargue la plantilla de este año y copie sus cifras: los cuadros pueden haber cambiado.", "Download this year's template and copy your figures: the tables may have changed.",
  ],
  "newer-template": [
    "La plantilla es de una versión que esta plataforma no conoce.", "The template is of a version that this platform does not know.",
    "Descargue la plantilla aquí y copie sus cifras.", "Download the template here and copy your figures.",
  ],
  "unreadable-letters": [
    "El texto del archivo no se puede leer: no es texto o su codificación es desconocida.", "The file's text cannot be read: it is not text, or its encoding is unknown.",
    "Guárdelo como «CSV UTF-8» o como libro de Excel (.xlsx).", "Save it as “CSV UTF-8” or as an Excel workbook (.xlsx).",
  ],
} as const satisfies Record<string, readonly [string, string, string, string]>;

export type RefusalCode = keyof typeof reasons;

/** Words that fill the blanks of a refusal; a Text when they differ by language. */
export type RefusalFacts = Readonly<Record<string, string | Text>>;

function fill(words: string, facts: RefusalFacts, language: "es" | "en"): string {
  return words.replace(/\{(\w+)\}/g, (_, key: string) => {
    const fact = facts[key] ?? "";
    return typeof fact === "string" ? fact : fact[language];
  });
}

/**
 * A whole file that is sent back: nothing of it was taken in. It is thrown, because no part of a refused file may go on,
 * and it is the only error that reading a user's file throws, whatever the file holds.
 */
export class IntakeRefusal extends Error {
  override readonly name = "IntakeRefusal";
  readonly code: RefusalCode;
  /** What the file is, in both languages. */
  readonly text: Text;
  /** What to do about it, in both languages. */
  readonly mend: Text;
  /** Cells that the refusal is about, to be marked in the user's copy; never with their values. */
  readonly problems: readonly Problem[];

  constructor(code: RefusalCode, facts: RefusalFacts = {}, problems: readonly Problem[] = [], cause?: unknown) {
    const [es, en, mendEs, mendEn] = reasons[code];
    super(fill(en, facts, "en"), cause === undefined ? undefined : { cause });
    this.code = code;
    this.text = { es: fill(es, facts, "es"), en: fill(en, facts, "en") };
    this.mend = { es: fill(mendEs, facts, "es"), en: fill(mendEn, facts, "en") };
    this.problems = problems;
  }
}
