import type { WriteSheet } from "hucre";
import type { Text } from "#basics";
import { marks } from "./layout.ts";
import { Cells, look, printed, protection, tabs } from "./look.ts";
import type { TemplateRequest } from "./write.ts";

const heading: Text = { es: "Estadísticas sobre personas víctimas de trata", en: "Statistics on persons who are victims of trafficking" };

const howToWrite: readonly { sign: string; meaning: Text }[] = [
  { sign: "0", meaning: { es: "No hubo ninguna persona. El cero es un dato: escríbalo.", en: "There was nobody. Zero is a figure: write it." } },
  { sign: "ND", meaning: { es: "No disponible: el dato existe y no se pudo obtener.", en: "Not available: the figure exists and could not be obtained." } },
  { sign: "NC", meaning: { es: "No se recopila: su país no registra este dato.", en: "Not collected: your country does not record this." } },
  { sign: "NA", meaning: { es: "No aplica: la pregunta no corresponde a su país.", en: "Not applicable: the question does not apply to your country." } },
  { sign: "<5", meaning: { es: "Su propia fuente protege el dato y solo dice que es menor de 5 (o de otro número).", en: "Your own source protects the figure and says only that it is below 5 (or another number)." } },
  { sign: "", meaning: { es: "Celda vacía: todavía no se ha llenado. No significa cero.", en: "Blank cell: not filled in yet. It does not mean zero." } },
];

const matrixSteps: readonly Text[] = [
  { es: "Llene las celdas blancas de cada hoja azul. Las celdas grises y los encabezados están bloqueados.", en: "Fill in the white cells of each blue sheet. Grey cells and headers are locked." },
  { es: "A la derecha de cada celda está la cifra del año anterior, si la hay: le ayuda a notar un cambio grande. No se vuelve a leer.", en: "Beside each cell stands last year's figure, if there is one: it helps you to notice a large change. It is not read again." },
  { es: "Escriba también los totales: la plataforma comprueba que coincidan con sus partes.", en: "Write the totals too: the platform checks that they agree with their parts." },
  { es: "Escriba números, sin fórmulas. Si calcula en otra hoja, pegue el resultado como valor.", en: "Write numbers, not formulas. If you calculate elsewhere, paste the result as a value." },
  { es: "Si una cifra necesita explicación, use la hoja de notas.", en: "If a figure needs an explanation, use the notes sheet." },
  { es: "Complete la hoja de la fuente y suba este mismo archivo a la plataforma. Puede subirlo cuantas veces haga falta.", en: "Complete the source sheet and upload this same file to the platform. You may upload it as often as needed." },
];

const recordSteps: readonly Text[] = [
  { es: "Escriba una fila por persona. No deje filas de total.", en: "Write one row for each person. Leave no total rows." },
  { es: "Nunca escriba nombres, números de documento, teléfonos, direcciones ni fechas de nacimiento: el archivo se rechaza entero.", en: "Never write names, document numbers, telephones, addresses or dates of birth: the whole file is refused." },
  { es: "El código de caso es propio de su institución y no debe decir quién es la persona, por ejemplo A-001.", en: "The case code is your institution's own and must not say who the person is, for example A-001." },
  { es: "Elija los valores de las listas. Si hubo varias formas o servicios, sepárelos con punto y coma (;).", en: "Choose the values from the lists. Where there were several forms or services, separate them with a semicolon (;)." },
  { es: "Dé la edad en años o el grupo de edad. Si no se conoce algo, escriba «Se desconoce».", en: "Give the age in years or the age group. If something is not known, write “Unknown”." },
  { es: "La hoja tiene lugar para mil personas. Para más, desprotéjala (no tiene contraseña) o use un archivo CSV con las mismas columnas.", en: "The sheet has room for a thousand persons. For more, unprotect it (there is no password) or use a CSV file with the same columns." },
];

/** The first sheet: for whom the file is, how to fill it in, and how to write zero and the kinds of nothing. */
export function guideSheet(request: TemplateRequest): WriteSheet {
  const { country, year, language, kind, methodology } = request;
  const cells = new Cells();
  let row = 0;
  cells.put(row, 0, marks.guide, look.code);
  cells.put(row, 1, heading[language], look.title);
  cells.put(++row, 1, `${country.name[language]} · ${year}`, look.section);
  cells.put(row, 2, null, look.section);
  cells.put(++row, 1, methodology.title[language], look.lead);

  row += 2;
  cells.put(row, 1, { es: "Cómo llenar este archivo", en: "How to fill in this file" }[language], look.section);
  cells.put(row, 2, null, look.section);
  const wraps = new Map<number, { height: number }>();
  for (const [i, step] of (kind === "matrix" ? matrixSteps : recordSteps).entries()) {
    cells.put(++row, 1, `${i + 1}.  ${step[language]}`, look.body);
    wraps.set(row, { height: step[language].length > 92 ? 31 : 16 });
  }
  const merges = [...wraps.keys()].map((each) => ({ startRow: each, endRow: each, startCol: 1, endCol: 2 }));

  if (kind === "matrix") {
    row += 2;
    cells.put(row, 1, { es: "Cómo escribir los datos", en: "How to write the figures" }[language], look.section);
    cells.put(row, 2, null, look.section);
    for (const { sign, meaning } of howToWrite) {
      cells.put(++row, 1, sign === "" ? { es: "(vacía)", en: "(blank)" }[language] : sign, look.strong);
      cells.put(row, 2, meaning[language], look.body);
    }
  }
  row += 2;
  cells.put(row, 1, { es: "Qué se cuenta", en: "What is counted" }[language], look.section);
  cells.put(row, 2, null, look.section);
  for (const table of methodology.tables) {
    cells.put(++row, 1, table.title[language], look.strong);
    cells.put(row, 2, table.unit[language], look.body);
    wraps.set(row, { height: table.unit[language].length > 78 || table.title[language].length > 36 ? 31 : 16 });
  }
  row += 2;
  cells.put(row, 1, {
    es: "Las cifras se publican protegidas: ningún número permite reconocer a una persona.",
    en: "Figures are published under protection: no number allows a person to be recognised.",
  }[language], look.help);
  merges.push({ startRow: row, endRow: row, startCol: 1, endCol: 2 });

  return {
    name: { es: "Instrucciones", en: "Instructions" }[language],
    cells: cells.map,
    columns: [{ width: 2, hidden: true }, { width: 40 }, { width: 84 }],
    rowDefs: new Map([[0, { height: 30 }], [1, { height: 22 }], ...wraps]),
    merges,
    view: { showGridLines: false, showRowColHeaders: false, tabColor: tabs.read },
    protection,
    ...printed("landscape"),
  };
}
