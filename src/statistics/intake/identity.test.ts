import { describe, expect, test } from "vitest";
import { trafficking1 } from "../methodology/trafficking-1.ts";
import { namesIdentity } from "./identity-column.ts";
import { IntakeRefusal, readSubmission } from "./index.ts";

const context = { methodology: trafficking1, country: { code: "HND", name: { es: "Honduras", en: "Honduras" } }, year: 2021, mappings: [], language: "es" } as const;
const header = "codigo de caso;fecha;situacion;sexo;edad;forma de explotacion;nacionalidad;ambito";
const row = (code: string) => `${code};05/09/2021;Identificada;Mujer;15;Sexual;Honduras;Interna`;

async function refusalOf(text: string): Promise<IntakeRefusal> {
  const refused = await readSubmission({ name: "x.csv", bytes: Buffer.from(text) }, context).catch((cause: unknown) => cause);
  if (!(refused instanceof IntakeRefusal)) throw new Error(`It was not refused: ${JSON.stringify(refused)}`);
  return refused;
}

describe("a column that identifies persons", () => {
  test.each([
    "Nombre", "NOMBRES Y APELLIDOS", "nombre_de_la_victima", "Primer apellido", "PrimerNombre", "fullName", "Name", "Last name", "DPI", "No. DPI", "Cédula",
    "cedula de identidad", "CURP", "RFC", "DUI", "Pasaporte", "passport_no", "Teléfono", "Tel.", "celular", "phone number", "Dirección", "Domicilio actual",
    "address", "Correo electrónico", "e-mail", "EMAIL", "Fecha de nacimiento", "fechaNacimiento", "FECHA_NAC", "date of birth", "DOB", "Birthdate", "Huella dactilar",
    "Foto", "Fotografía", "firma", "Documento de identidad", "Número de documento", "No. de identidad", "Identity number", "ID number", "Nombre de la madre", "Apodo",
  ])("is known by its name: %s", (name) => {
    expect(namesIdentity(name)).toBe(true);
  });

  test.each([
    "Nombre del país", "country name", "Nombre de la institución", "institution_name", "Edad", "age", "Fecha de identificación", "date of identification", "País de nacimiento",
    "Sexo", "Código de caso", "case id", "ID caso", "Modalidad", "Nacionalidad", "Dirección General de Migración", "Lugar de captación", "Año", "Fuente de identificación", "Servicios",
  ])("is not seen where nobody is named: %s", (name) => {
    expect(namesIdentity(name)).toBe(false);
  });

  test("is refused before any row is read, and none of its values is repeated", async () => {
    const refused = await refusalOf(`${header};Nombre completo\n${row("A1")};María Secreta\n`);
    expect(refused.code).toBe("identity-column");
    expect(refused.text.es).toContain("Nombre completo");
    expect(refused.problems).toMatchObject([{ row: 1, column: { letter: "I" } }]);
    expect(JSON.stringify([refused.message, refused.text, refused.mend, refused.problems, refused.stack])).not.toContain("Secreta");
  });

  test("is refused in the upper of two header rows too", async () => {
    expect(await refusalOf(`;;;;;;;;Teléfono\n${header};principal\n${row("A1")};5555-1234\n`)).toMatchObject({ code: "identity-column" });
  });

  test.each([
    ["e-mail addresses", "maria@example.org"],
    ["telephone numbers", "5555-1234"],
    ["identity document numbers", "0801-1990-12345"],
  ])("is refused by its values when its name says nothing: %s", async (kind, secret) => {
    const rows = Array.from({ length: 8 }, (_, i) => `${row(`A${i}`)};${secret}`);
    const refused = await refusalOf(`${header};dato\n${rows.join("\n")}\n`);
    expect(refused).toMatchObject({ code: "identity-values" });
    expect(refused.text.en).toContain(kind);
    expect(JSON.stringify([refused.message, refused.text, refused.problems])).not.toContain(secret);
  });

  test("is refused when document numbers stand where the case code should", async () => {
    const rows = Array.from({ length: 6 }, (_, i) => row(`250012345010${i}`));
    expect(await refusalOf(`${header}\n${rows.join("\n")}\n`)).toMatchObject({ code: "identity-values" });
  });
});

test("a name in the place of a case code is an error, and the report does not show it", async () => {
  const result = await readSubmission({ name: "x.csv", bytes: Buffer.from(`${header}\n${row("María Secreta")}\n${row("A2")}\n`) }, context);
  expect(result.problems.map((each) => each.code)).toEqual(["case-code-form"]);
  expect(JSON.stringify(result)).not.toContain("Secreta");
});

test("a telephone or mail that was typed into a coded column is covered in report and list of unknown words", async () => {
  const result = await readSubmission({ name: "x.csv", bytes: Buffer.from(`${header}\n${row("A1").replace("Interna", "ana@secreto.org")}\n`) }, context);
  expect(result.unmapped).toMatchObject([{ list: "scope", label: "•••" }]);
  expect(JSON.stringify(result)).not.toContain("secreto");
});
