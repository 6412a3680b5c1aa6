import type { Text } from "#basics";

/** The report that the demonstration has begun, with what its writers have said so far; fictional like its plan. */
export const demoAccountability = {
  kind: "biennial",
  number: "RENDICION-CORETT-2025-2026",
  title: { es: "Rendición de cuentas 2025-2026 (demostración)", en: "Accountability 2025-2026 (demonstration)" },
  from: "2025-01-01",
  until: "2026-12-31",
} as const;

/** Written parts by their place in the report; the others wait for somebody. */
export const demoAccountabilityTexts: readonly { readonly part: string; readonly text: Text }[] = [
  {
    part: "introduction",
    text: {
      es: "La Coalición rinde cuentas de lo que se propuso para el bienio y de lo que hizo. Los resultados se calculan con los informes que la Secretaría Técnica aceptó; lo que ningún país informó cuenta como no hecho.",
      en: "The coalition accounts for what it set out to do in the two years and for what it did. Results are computed from the reports that the technical secretariat accepted; what no country reported counts as not done.",
    },
  },
  {
    part: "axis-1",
    text: {
      es: "La línea base de las campañas quedó lista en el primer trimestre. La redacción de la estrategia regional avanzó con los aportes de las delegaciones y se retrasó la consulta a las organizaciones de la sociedad civil.",
      en: "The baseline of the campaigns was ready in the first quarter. The drafting of the regional strategy went on with contributions of the delegations, and the consultation of civil society organisations fell behind.",
    },
  },
];
