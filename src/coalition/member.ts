import type { Text } from "#basics";

/** A member state and its national mechanism, as the coalition's own texts name them. */
export interface MemberState {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: Text;
  /** The mechanism's own name, in the language of its country. */
  readonly mechanism: string;
  readonly mechanismLanguage: "es" | "en";
  /** The mechanism's name in the other language, for readers of it. */
  readonly mechanismTranslated: string;
  /** The law or decree it stands on; absent where the coalition's texts do not say. */
  readonly basis?: Text;
}

/**
 * The nine members in the order of the Spanish alphabet.
 *
 * Names of mechanisms: the coalition's brochure. Laws and decrees: Strategic Plan 2018-2027, chapter III. A basis that
 * these do not give stays absent: it is unknown, not none.
 */
export const memberStates: readonly MemberState[] = [
  {
    code: "BLZ",
    name: { es: "Belice", en: "Belize" },
    mechanism: "Anti-Trafficking in Persons Council",
    mechanismLanguage: "en",
    mechanismTranslated: "Consejo contra la Trata de Personas",
  },
  {
    code: "CRI",
    name: { es: "Costa Rica", en: "Costa Rica" },
    mechanism: "Coalición Nacional contra el Tráfico Ilícito de Migrantes y la Trata de Personas",
    mechanismLanguage: "es",
    mechanismTranslated: "National Coalition against the Smuggling of Migrants and Trafficking in Persons",
    basis: { es: "Ley n.º 9095, de 2013", en: "Law No. 9095 of 2013" },
  },
  {
    code: "SLV",
    name: { es: "El Salvador", en: "El Salvador" },
    mechanism: "Consejo Nacional contra la Trata de Personas",
    mechanismLanguage: "es",
    mechanismTranslated: "National Council against Trafficking in Persons",
    basis: { es: "Decreto Legislativo n.º 824, de 2014", en: "Legislative Decree No. 824 of 2014" },
  },
  {
    code: "GTM",
    name: { es: "Guatemala", en: "Guatemala" },
    mechanism: "Secretaría contra la Violencia Sexual, Explotación y Trata de Personas",
    mechanismLanguage: "es",
    mechanismTranslated: "Secretariat against Sexual Violence, Exploitation and Trafficking in Persons",
    basis: { es: "Decreto n.º 9-2009", en: "Decree No. 9-2009" },
  },
  {
    code: "HND",
    name: { es: "Honduras", en: "Honduras" },
    mechanism: "Comisión Interinstitucional contra la Explotación Sexual Comercial y la Trata de Personas",
    mechanismLanguage: "es",
    mechanismTranslated: "Interinstitutional Commission against Commercial Sexual Exploitation and Trafficking in Persons",
    basis: { es: "Decreto n.º 59-2012", en: "Decree No. 59-2012" },
  },
  {
    code: "MEX",
    name: { es: "México", en: "Mexico" },
    mechanism:
      "Comisión Intersecretarial para Prevenir, Sancionar y Erradicar los Delitos en Materia de Trata de Personas y para la Protección y Asistencia a las Víctimas de estos Delitos",
    mechanismLanguage: "es",
    mechanismTranslated:
      "Intersecretarial Commission to Prevent, Punish and Eradicate Crimes of Trafficking in Persons and to Protect and Assist their Victims",
    basis: { es: "Ley General del 14 de junio de 2012", en: "General Law of 14 June 2012" },
  },
  {
    code: "NIC",
    name: { es: "Nicaragua", en: "Nicaragua" },
    mechanism: "Coalición Nacional contra la Trata de Personas",
    mechanismLanguage: "es",
    mechanismTranslated: "National Coalition against Trafficking in Persons",
    basis: { es: "Ley n.º 896, de 2015", en: "Law No. 896 of 2015" },
  },
  {
    code: "PAN",
    name: { es: "Panamá", en: "Panama" },
    mechanism: "Comisión Nacional contra la Trata de Personas",
    mechanismLanguage: "es",
    mechanismTranslated: "National Commission against Trafficking in Persons",
    basis: { es: "Ley 79 del 9 de noviembre de 2011", en: "Law 79 of 9 November 2011" },
  },
  {
    code: "DOM",
    name: { es: "República Dominicana", en: "Dominican Republic" },
    mechanism: "Comisión Interinstitucional de Combate a la Trata de Personas y el Tráfico Ilícito de Migrantes",
    mechanismLanguage: "es",
    mechanismTranslated: "Interinstitutional Commission to Combat Trafficking in Persons and Smuggling of Migrants",
    basis: { es: "Decreto 575-07", en: "Decree 575-07" },
  },
];
