import type { Text } from "#basics";

interface Wording {
  readonly severity: "error" | "warning";
  readonly message: Text;
  readonly mend: Text;
}

function error(es: string, en: string, mendEs: string, mendEn: string): Wording {
  return { severity: "error", message: { es, en }, mend: { es: mendEs, en: mendEn } };
}

function warning(es: string, en: string, mendEs: string, mendEn: string): Wording {
  return { ...error(es, en, mendEs, mendEn), severity: "warning" };
}

/** Every problem of a cell, in words of both languages; {name} {value} and other blanks are filled in. */
const wordings = {
  formula: error(
    "La celda tiene una fórmula. Se esperaba un valor escrito.",
    "The cell holds a formula. A written value was expected.",
    "Copie la celda y péguela como valor (Pegado especial, Valores).",
    "Copy the cell and paste it as a value (Paste special, Values).",
  ),
  "error-cell": error(
    "La celda muestra un error de la hoja de cálculo ({value}).",
    "The cell shows a spreadsheet error ({value}).",
    "Borre el contenido y escriba el valor.",
    "Clear the cell and write the value.",
  ),
  "date-cell": error(
    "La hoja de cálculo convirtió lo escrito en una fecha. Se esperaba un número de personas.",
    "The spreadsheet turned what was typed into a date. A number of persons was expected.",
    "Dé formato de texto o de número a la celda y vuelva a escribir el valor.",
    "Format the cell as text or number and write the value again.",
  ),
  "not-a-count": error(
    "«{value}» no es un número de personas. Se esperaba un número entero, ND, NC, NA o <5.",
    "“{value}” is not a number of persons. A whole number, ND, NC, NA or <5 was expected.",
    "Escriba un número entero sin letras; 0 si no hubo ninguna persona; ND si el dato no está disponible.",
    "Write a whole number without letters; 0 if there was nobody; ND if the figure is not available.",
  ),
  "dash-for-count": error(
    "Una raya no dice si el valor es cero o si falta.",
    "A dash does not say whether the value is zero or missing.",
    "Escriba 0 si no hubo ninguna persona, o ND, NC o NA si no hay dato.",
    "Write 0 if there was nobody, or ND, NC or NA if there is no figure.",
  ),
  "not-whole": error(
    "«{value}» tiene decimales. Las personas se cuentan en números enteros.",
    "“{value}” has decimals. Persons are counted in whole numbers.",
    "Escriba el número entero.",
    "Write the whole number.",
  ),
  negative: error(
    "«{value}» es un número negativo.",
    "“{value}” is a negative number.",
    "Escriba 0 o un número mayor.",
    "Write 0 or a greater number.",
  ),
  "too-large": error(
    "«{value}» es mayor que cualquier número posible de personas.",
    "“{value}” is greater than any possible number of persons.",
    "Revise si se juntaron dos números o sobra un cero.",
    "Check whether two numbers ran together or a zero is too many.",
  ),
  "read-as-thousands": warning(
    "«{value}» se leyó como {count} (separador de miles). La columna puede tener otros números así.",
    "“{value}” was read as {count} (thousands separator). The column may hold more numbers like it.",
    "Si no es así, escriba el número sin puntos ni comas.",
    "If this is wrong, write the number without points or commas.",
  ),
  "unknown-cell": error(
    "Esta cifra no pertenece a ninguna celda del cuadro ({value}).",
    "This figure belongs to no cell of the table ({value}).",
    "No cambie los códigos de la plantilla; descargue una nueva y copie sus cifras.",
    "Leave the codes of the template as they are; download a new one and copy your figures.",
  ),
  "cell-twice": error(
    "La misma celda ({value}) aparece dos veces en el archivo.",
    "The same cell ({value}) appears twice in the file.",
    "Deje una sola.",
    "Keep only one.",
  ),
  "note-without-figure": warning(
    "Hay una nota para una celda que está vacía ({value}).",
    "There is a note for a cell that is blank ({value}).",
    "Escriba la cifra, o ND, NC o NA, y conserve la nota.",
    "Write the figure, or ND, NC or NA, and keep the note.",
  ),
  "unknown-sheet": warning(
    "La hoja «{value}» no es de la plantilla y no se leyó.",
    "The sheet “{value}” is not part of the template and was not read.",
    "Quítela antes de enviar el archivo si no hace falta.",
    "Remove it before sending the file if it is not needed.",
  ),
  "missing-sheet": error(
    "Falta la hoja del cuadro «{value}».",
    "The sheet of the table “{value}” is missing.",
    "Descargue la plantilla de nuevo y copie sus cifras; deje vacías las que aún no tenga.",
    "Download the template again and copy your figures; leave blank those you do not have yet.",
  ),
  "bad-date": error(
    "«{value}» no es una fecha que exista. Se esperaba día/mes/año, por ejemplo 05/09/{year}.",
    "“{value}” is not a date that exists. Day/month/year was expected, for example 05/09/{year}.",
    "Escriba primero el día, luego el mes y el año con cuatro cifras.",
    "Write the day first, then the month and the year in four digits.",
  ),
  "year-differs": error(
    "La fecha {value} no es del año {year}.",
    "The date {value} is not in the year {year}.",
    "Corrija la fecha o quite la fila: pertenece al archivo de otro año.",
    "Correct the date or remove the row: it belongs to another year's file.",
  ),
  "country-differs": error(
    "La fila es de «{value}» y se esperaba {country}.",
    "The row is for “{value}” and {country} was expected.",
    "Deje solo las filas de su país.",
    "Keep only the rows of your country.",
  ),
  "value-missing": error(
    "Falta el dato de «{name}».",
    "“{name}” is missing.",
    "Complételo; si no se conoce, escriba «Se desconoce».",
    "Fill it in; if it is not known, write “Unknown”.",
  ),
  "case-code-missing": error(
    "Falta el código de caso.",
    "The case code is missing.",
    "Dé a cada persona un código propio que no diga quién es, por ejemplo A-001.",
    "Give each person a code of its own that does not say who it is, for example A-001.",
  ),
  "case-code-form": error(
    "El código de caso tiene espacios u otros signos, o es demasiado largo. Podría ser un nombre; no se muestra.",
    "The case code holds spaces or other signs, or is too long. It could be a name; it is not shown.",
    "Use hasta 40 letras sin acento, números, guiones o puntos, sin datos de la persona.",
    "Use up to 40 plain letters, digits, hyphens or points, with nothing about the person.",
  ),
  "case-code-twice": error(
    "El código de caso «{value}» ya está en la fila {first}.",
    "The case code “{value}” is already in row {first}.",
    "Quite la fila repetida o dé a esta persona su propio código.",
    "Remove the repeated row or give this person a code of its own.",
  ),
  "bad-age": error(
    "«{value}» no es una edad en años (0 a 120).",
    "“{value}” is not an age in years (0 to 120).",
    "Escriba los años cumplidos, o deje vacía la edad y elija el grupo de edad.",
    "Write the completed years, or leave the age blank and choose the age group.",
  ),
  "age-differs": error(
    "La edad ({value}) no corresponde al grupo de edad «{group}».",
    "The age ({value}) does not fit the age group “{group}”.",
    "Corrija la edad o el grupo: menor de edad es de 0 a 17 años.",
    "Correct the age or the group: a minor is from 0 to 17 years old.",
  ),
  "minor-differs": error(
    "«{value}» es una forma propia de niñas, niños y adolescentes, y la persona figura como adulta.",
    "“{value}” is a form specific to children and adolescents, and the person is listed as an adult.",
    "Corrija la forma o el grupo de edad.",
    "Correct the form or the age group.",
  ),
  "main-form-differs": error(
    "La forma principal «{value}» no está entre las formas de la misma fila.",
    "The main form “{value}” is not among the forms of the same row.",
    "Agréguela a las formas o corrija la forma principal.",
    "Add it to the forms or correct the main form.",
  ),
  "main-form-open": warning(
    "La persona sufrió varias formas y no se dice cuál fue la principal. Se cuenta como desconocida.",
    "The person suffered several forms and the main one is not given. It is counted as unknown.",
    "Elija la forma principal.",
    "Choose the main form.",
  ),
  "scope-differs": warning(
    "La trata figura como interna y la persona es de otro país.",
    "The trafficking is listed as internal and the person is from another country.",
    "Confirme el ámbito: puede ser correcto si la captación ocurrió dentro del país.",
    "Confirm the scope: it may be right if the recruitment took place inside the country.",
  ),
  "unknown-label": error(
    "«{value}» no está en la lista de «{name}».",
    "“{value}” is not in the list of “{name}”.",
    "Elija un valor de la lista, o diga en la plataforma a cuál equivale: se recordará.",
    "Choose a value from the list, or tell the platform which one it stands for: it will be remembered.",
  ),
  "ambiguous-letter": error(
    "La columna de sexo usa H y M: aquí «M» puede ser mujer o masculino.",
    "The sex column uses H and M: here “M” may be a woman (mujer) or male.",
    "Diga en la plataforma qué significa «M», o escriba Mujer y Hombre.",
    "Tell the platform what “M” stands for, or write Female and Male.",
  ),
  "broken-letters": warning(
    "«{value}» tiene letras dañadas; se leyó como «{read}».",
    "“{value}” has broken letters; it was read as “{read}”.",
    "Guarde el archivo como «CSV UTF-8» para conservar los acentos.",
    "Save the file as “CSV UTF-8” to keep the accents.",
  ),
  "unknown-column": warning(
    "La columna «{name}» no se usa y no se guardó.",
    "The column “{name}” is not used and was not kept.",
    "Quítela del archivo si no hace falta.",
    "Remove it from the file if it is not needed.",
  ),
  "column-count": error(
    "La fila tiene {found} columnas y el encabezado {expected}.",
    "The row has {found} columns and the header {expected}.",
    "Revise si falta o sobra un separador, o ponga entre comillas el texto que lo contiene.",
    "Check whether a separator is missing or too many, or put the text that holds one in quotes.",
  ),
  "open-quote": error(
    "Una comilla se abre y no se cierra: no se puede saber dónde termina la celda.",
    "A quotation mark opens and never closes: it is impossible to know where the cell ends.",
    "Cierre la comilla, o compruebe que el archivo se descargó completo.",
    "Close the quotation mark, or check that the file was downloaded whole.",
  ),
  "identity-column": error(
    "La columna «{name}» identifica a personas. La plataforma no la recibe.",
    "The column “{name}” identifies persons. The platform does not take it.",
    "Quite la columna y envíe la copia.",
    "Remove the column and send the copy.",
  ),
  "stamp-changed": error(
    "La hoja oculta con el sello de la plantilla fue cambiada.",
    "The hidden sheet with the template's stamp was changed.",
    "Descargue la plantilla de nuevo y copie sus cifras.",
    "Download the template again and copy your figures.",
  ),
} as const satisfies Record<string, Wording>;

export type ProblemCode = keyof typeof wordings;

function fill(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, key: string) => facts[key] ?? "");
}

/** The words of a problem in both languages, with its blanks filled. */
export function wordingOf(code: ProblemCode, facts: Readonly<Record<string, string>>): Wording {
  const { severity, message, mend } = wordings[code];
  return {
    severity,
    message: { es: fill(message.es, facts), en: fill(message.en, facts) },
    mend: { es: fill(mend.es, facts), en: fill(mend.en, facts) },
  };
}

/** Whether a problem of this kind blocks the file, known without building its words. */
wordingOf.severity = (code: ProblemCode): "error" | "warning" => wordings[code].severity;
