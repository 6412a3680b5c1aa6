import type { Actor, Language, Text } from "#basics";
import { type Database, type Writing, write } from "#database";

const refusals = {
  "not-yours": { es: "Su cargo no hace esto. Los planes los llevan la Secretaría Técnica y la Presidencia.", en: "Your office does not do this. The technical secretariat and the presidency keep the plans." },
  "unknown-plan": { es: "Ese plan no existe. Vuelva a la lista de planes.", en: "There is no such plan. Go back to the list of plans." },
  "plan-exists": { es: "Ya hay un plan de esa clase para esos años. Ábralo en la lista de planes y revíselo.", en: "There is already a plan of that kind for those years. Open it in the list of plans and revise it." },
  "period-backwards": { es: "El plan termina antes de empezar. Corrija una de las dos fechas.", en: "The plan ends before it begins. Correct one of the two dates." },
  "parent-needed": { es: "Diga qué plan estratégico desarrolla este plan.", en: "Say which strategic plan this plan carries out." },
  "outside-parent": { es: "Las fechas quedan fuera de las del plan estratégico elegido. Corríjalas o elija otro.", en: "The dates lie outside those of the strategic plan that you chose. Correct them or choose another." },
  "no-draft": { es: "Este plan no tiene borrador: lo decidido no se cambia. Inicie una revisión en la página de versiones.", en: "This plan has no draft: what was decided does not change. Begin a revision on the page of versions." },
  "has-draft": { es: "Este plan ya tiene un borrador. Siga en él.", en: "This plan already has a draft. Go on with it." },
  "unknown-node": { es: "Esa parte ya no está en el borrador. Vuelva al plan y elíjala de nuevo.", en: "That part is no longer in the draft. Go back to the plan and choose it again." },
  "kind-not-here": { es: "Ahí no va una parte de esa clase. Elija otro lugar.", en: "A part of that kind does not belong there. Choose another place." },
  "into-itself": { es: "Una parte no puede quedar dentro de sí misma. Elija otro lugar.", en: "A part cannot stand inside itself. Choose another place." },
  "has-children": { es: "Todavía tiene partes debajo. Quítelas o muévalas primero.", en: "It still has parts below it. Remove or move them first." },
  weighs: { es: "Tiene peso: sin ella, las demás ya no sumarían 100. Marque «repartir por igual» o dé antes su peso a las demás.", en: "It weighs: without it the others would no longer add up to 100. Tick “share out equally”, or give its weight to the others first." },
  "weights-off": { es: "Los pesos de las partes hermanas no suman 100. Nada se guardó; corrija los pesos y guarde otra vez.", en: "The weights of the sibling parts do not add up to 100. Nothing was kept; correct the weights and save again." },
  "siblings-changed": { es: "Mientras tanto alguien agregó o quitó partes. Vuelva a abrir los pesos y escríbalos de nuevo.", en: "Meanwhile somebody added or removed parts. Open the weights again and write them anew." },
  "nothing-to-weigh": { es: "Aquí no hay partes que pesar: los indicadores miden, no pesan.", en: "There is nothing to weigh here: indicators measure, they do not weigh." },
  "bridge-needed": { es: "Cambió la unidad o la clase de cifra de un indicador vigente: escriba el factor y la nota que enlazan la serie anterior con la nueva.", en: "You changed the unit or the kind of figure of an indicator in force: write the factor and the note that join the old series to the new." },
  "already-responsible": { es: "Ya figura como responsable de esta parte.", en: "It is already named for this part." },
  "unknown-responsible": { es: "No es miembro, comité u organización de la coalición. Elíjalo de la lista.", en: "It is no member, committee or organisation of the coalition. Choose it from the list." },
  "plan-is-empty": { es: "El borrador está vacío. Agregue sus partes antes de aprobarlo.", en: "The draft is empty. Add its parts before approving it." },
  "unknown-meeting": { es: "Esa reunión no existe o todavía no se abre. Elíjala de la lista.", en: "There is no such meeting, or it is not open yet. Choose it from the list." },
  "motion-not-adopted": { es: "La reunión no adoptó esa moción. Elija una moción adoptada en esa reunión.", en: "The meeting did not adopt that motion. Choose a motion that this meeting adopted." },
  "motion-needed": { es: "La reunión se celebró en la plataforma: elija la moción con la que aprobó el plan.", en: "The meeting was held on the platform: choose the motion by which it approved the plan." },
  "reason-needed": { es: "Diga en ambos idiomas por qué se revisa el plan: quedará junto a lo que cambió.", en: "Say in both languages why the plan is revised: it will stand beside what changed." },
  "secretariat-discards": { es: "Solo la Secretaría Técnica descarta un borrador. Pídaselo con la razón.", en: "The technical secretariat alone discards a draft. Ask it, with the reason." },
  "discard-reason-needed": { es: "Diga por qué se descarta el borrador: la razón queda junto a su número.", en: "Say why the draft is discarded: the reason stays beside its number." },
  "not-operational": { es: "Solo un plan operativo vigente da paso al del año siguiente.", en: "Only an operational plan in force leads to the one of the next year." },
  "all-done": { es: "Todo lo de este plan está hecho: no hay actividades que pasen al año siguiente. Cree el plan nuevo desde cero.", en: "Everything in this plan is done: no activity passes to the next year. Create the new plan from scratch." },
} as const satisfies Record<string, Text>;

/** Why an act on a plan was refused. */
export type PlanRefusal = keyof typeof refusals;

/** The sentence of a refusal: what is wrong and how to mend it. */
export function planRefusalText(refusal: PlanRefusal, language: Language): string {
  return refusals[refusal][language];
}

/**
 * Runs an act on a plan. Weights that do not add up are found by the database when the transaction commits; that refusal
 * becomes a word here, and nothing of the act stays.
 */
export async function writePlan<T>(database: Database, actor: Actor, work: (tx: Writing) => Promise<T>): Promise<T | "weights-off"> {
  try {
    return await write(database, actor, work);
  } catch (fault) {
    if (typeof fault === "object" && fault !== null && "constraint" in fault && fault.constraint === "weights_add_up_to_100") return "weights-off";
    throw fault;
  }
}
