/** A statement of a source that the record has to hold, and the row in which it stands. */
export interface SourceStatement {
  /** The mark in the source; for the Strategic Plan, which marks nothing, the order in its account. */
  readonly mark: string;
  /** What the source says, shortened. */
  readonly says: string;
  readonly agreement: string;
  readonly state: "open" | "fulfilled";
  /** Words that the Spanish text of the row has to contain, so that no fact is lost. */
  readonly facts: readonly string[];
}

/** Every agreement that the coalition's texts tell of, by meeting: the record is held against this list. */
export const checklist = {
  "I-2011": [
    { mark: "i", says: "Se integró un Comité Ejecutivo", agreement: "ACUERDO-CORETT-2011-01", state: "fulfilled", facts: ["Nicaragua", "Costa Rica", "Secretaría Técnica", "Guatemala", "vocal"] },
    { mark: "ii", says: "continuar el trabajo de socialización", agreement: "ACUERDO-CORETT-2011-02", state: "open", facts: ["SICA", "OIM", "SISCA", "BID", "COMIGOB", "OCAM"] },
  ],
  "I-2012": [
    { mark: "i", says: "enviar invitación a México y Colombia", agreement: "ACUERDO-CORETT-2012-01", state: "open", facts: ["México", "Colombia"] },
    { mark: "ii", says: "grupo para una herramienta de indicadores", agreement: "ACUERDO-CORETT-2012-02", state: "open", facts: ["Protocolo de Palermo", "nacionales y regionales"] },
    { mark: "iii", says: "apoyo a la construcción de la normativa", agreement: "ACUERDO-CORETT-2012-03", state: "open", facts: ["normativa", "todos los comités y coaliciones"] },
    { mark: "iv", says: "se aprueba el Plan Operativo", agreement: "ACUERDO-CORETT-2012-04", state: "fulfilled", facts: ["Plan Operativo 2012-2013", "2011-2013"] },
  ],
  "III-2022": [
    { mark: "A", says: "aprobación y suscripción de un MdE con OUR", agreement: "ACUERDO-CORETT-2022-01", state: "fulfilled", facts: ["Operation Underground Railroad", "repatriación"] },
    { mark: "B", says: "aprobación y suscripción de un MdE con El Pozo de Vida", agreement: "ACUERDO-CORETT-2022-02", state: "fulfilled", facts: ["El Pozo de Vida", "página web", "materiales"] },
    { mark: "C", says: "aprobó el Plan Operativo de Acción 2023-2025", agreement: "ACUERDO-CORETT-2022-03", state: "fulfilled", facts: ["2023-2025", "Presidencia", "Secretaría Técnica", "observadores"] },
    { mark: "D", says: "mantuvo reuniones con el nuevo Secretario General del SICA", agreement: "ACUERDO-CORETT-2022-04", state: "open", facts: ["Secretario General del SICA", "más alto nivel", "Comisión de Seguridad"] },
    { mark: "E", says: "agradeció el apoyo y reafirmó el compromiso con la OIM", agreement: "ACUERDO-CORETT-2022-05", state: "open", facts: ["Programa Regional sobre Migración", "infografías", "estudio", "STM-COMMCA"] },
    { mark: "F", says: "aprobó el apoyo de OIM y la SG del SICA para capacitar", agreement: "ACUERDO-CORETT-2022-06", state: "open", facts: ["OIM", "SICA", "capacitar", "protocolo de repatriación"] },
    { mark: "G", says: "aprobó el folleto sobre comunicación de la trata", agreement: "ACUERDO-CORETT-2022-07", state: "fulfilled", facts: ["folleto", "medios de comunicación", "UNODC"] },
  ],
  "IV-2023": [
    { mark: "1", says: "aprobaron el Acta III-2023", agreement: "ACUERDO-CORETT-2023-01", state: "fulfilled", facts: ["III-2023"] },
    { mark: "2", says: "presentación del Informe de Gestión de la Presidencia", agreement: "ACUERDO-CORETT-2023-02", state: "fulfilled", facts: ["Guatemala", "SVET", "2021"] },
    { mark: "3", says: "presentación de la Declaración conjunta", agreement: "ACUERDO-CORETT-2023-03", state: "open", facts: ["Declaración conjunta", "México"] },
    { mark: "4", says: "infografías de 2022 y propuesta de matriz", agreement: "ACUERDO-CORETT-2023-04", state: "open", facts: ["2022", "matriz", "tráfico ilícito"] },
    { mark: "5", says: "Petit Comité para los Lineamientos internos", agreement: "ACUERDO-CORETT-2023-05", state: "open", facts: ["Lineamientos internos", "primera plenaria de 2024", "República Dominicana", "Costa Rica", "El Salvador", "Honduras", "México", "Guatemala", "OIM"] },
    { mark: "6", says: "elección de la Presidencia para el año 2024", agreement: "ACUERDO-CORETT-2023-06", state: "fulfilled", facts: ["2024", "Honduras", "México", "un año"] },
  ],
} as const satisfies Record<string, readonly SourceStatement[]>;
