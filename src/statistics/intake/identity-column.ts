import { wordsOf } from "./fold.ts";

/** Words that name a person's identity wherever they stand in a column name. */
const always = new Set(
  (
    "apellido apellidos surname lastname firstname fullname middlename forename apodo sobrenombre nickname dpi cui dni curp rfc dui " +
    "nss ssn cedula pasaporte passport telefono telefonos telefonico tel celular movil phone phones telephone cellphone mobile " +
    "whatsapp domicilio correo email mail mails huella huellas fingerprint fingerprints foto fotos fotografia photo photos " +
    "photograph firma signature biometrico biometria biometric dob birthdate birthday facebook instagram telegram geolocalizacion"
  ).split(" "),
);

/** Fragments that name identity inside a column name written in one word, such as 'nombrecompleto'. */
const fragments =
  /nombrecompleto|nombresy|primernombre|segundonombre|apellido|firstname|lastname|fullname|surname|middlename|fechanac|fecnac|fnacimiento|birthdate|dateofbirth|birthday|pasaporte|passport|telefono|telephone|phonenumber|celular|whatsapp|cedula|correoelec|email|huelladactilar|fingerprint|fotograf|domicilio|clavedeelector|identitycard|idcard|nationalid/;

/** What a 'name' may belong to without naming a person. */
const impersonal = new Set(
  (
    "pais paises country countries estado state institucion instituciones institution organizacion organization organisation " +
    "entidad entity agency agencia autoridad authority oficina office departamento department municipio municipality provincia " +
    "province region delito offence offense forma form servicio service lista list variable columna column campo field cuadro " +
    "table hoja sheet archivo file programa program programme proyecto project ley law unidad unit sede albergue shelter"
  ).split(" "),
);

const nameWords = new Set(["nombre", "nombres", "name", "names"]);
const addressWords = new Set(["direccion", "direcciones", "address", "addresses"]);
const addressOfOffice = new Set(["general", "nacional", "institucion", "institution", "migracion", "regional", "entidad"]);
const documentWords = new Set(["documento", "documentos", "document", "documents", "identidad", "identity", "identificacion", "identification", "id"]);
const numberWords = new Set(["numero", "num", "no", "nro", "n", "number", "personal", "nacional", "national", "tipo", "type", "card", "carne", "tarjeta"]);
const birthWords = new Set(["nacimiento", "nacido", "nacida", "birth", "born", "nac"]);

/**
 * Tells whether a column name announces a person's identity: name, document, telephone, address, mail, date of birth,
 * fingerprint, photograph, signature. Decided by name alone, before any row is read, whatever the case, accents or joins.
 *
 * 'Nombre del país', 'institution name', 'país de nacimiento', 'edad' and 'fecha de identificación' name nobody.
 */
export function namesIdentity(column: string): boolean {
  const words = wordsOf(column);
  if (words.length === 0 || words.length > 12) return false;
  const ofNobody = words.some((word) => impersonal.has(word));

  if (words.some((word) => always.has(word))) return true;
  if (fragments.test(words.join(""))) return true;
  if (words.some((word) => nameWords.has(word)) && !ofNobody) return true;
  if (words.some((word) => addressWords.has(word)) && !ofNobody && !words.some((word) => addressOfOffice.has(word))) return true;
  if (words.some((word) => birthWords.has(word)) && !ofNobody && !words.includes("lugar") && !words.includes("place")) return true;
  return namesDocument(words) && !ofNobody;
}

function namesDocument(words: readonly string[]): boolean {
  const first = words.findIndex((word) => documentWords.has(word));
  if (first === -1) return false;
  if (words[first] === "documento" || words[first] === "documentos") return true;
  if (words.length === 1) return words[0] === "identidad" || words[0] === "identificacion";
  // 'no. de identidad' and 'identity number' are documents; 'fecha de identificación' and 'case id' are not.
  const isNumbered = words.some((word) => numberWords.has(word));
  const isAct = words.some((word) => /^(fecha|date|ano|year|fuente|source|autoridad|mes|month|lugar|caso|case)$/.test(word));
  return isNumbered && !isAct;
}
