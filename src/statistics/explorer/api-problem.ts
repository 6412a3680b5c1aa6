import type { Language, Text } from "#basics";

/** Why the interface does not answer with figures. */
export type ApiProblem =
  | { readonly kind: "nothing" }
  | { readonly kind: "address" }
  | { readonly kind: "method" }
  | { readonly kind: "parameter"; readonly name: string; readonly fault: "unknown" | "repeated" | "form" }
  | {
      readonly kind: "parameter";
      readonly name: string;
      readonly fault: "not-there";
      readonly value: string;
      readonly choices: readonly string[];
    };

const titles = {
  nothing: { es: "Aquí no hay una publicación", en: "There is no release here" },
  address: { es: "La dirección no se entiende", en: "The address is not understood" },
  method: { es: "Estos datos solo se leen", en: "These data are read only" },
  parameter: { es: "Un parámetro no se entiende", en: "A parameter is not understood" },
} satisfies Record<ApiProblem["kind"], Text>;

const statuses = { nothing: 404, address: 400, method: 405, parameter: 400 } as const;

const forms: Readonly<Record<string, Text>> = {
  lang: { es: "Escriba «es» o «en».", en: "Write “es” or “en”." },
  area: {
    es: "Escriba códigos de tres letras mayúsculas (GTM) o _R, separados por comas.",
    en: "Write codes of three capital letters (GTM) or _R, separated by commas.",
  },
  table: { es: "Escriba nombres de tablas, separados por comas.", en: "Write names of tables, separated by commas." },
  period: {
    es: "Escriba años (2022) o un año y una duración (2020/P3Y), separados por comas.",
    en: "Write years (2022) or a year and a duration (2020/P3Y), separated by commas.",
  },
};

function detailOf(problem: ApiProblem): Text {
  switch (problem.kind) {
    case "nothing":
      return {
        es: "La publicación, la tabla o la dirección no existe, o no se ha publicado.",
        en: "The release, table or address does not exist, or is not published.",
      };
    case "address":
      return {
        es: "Una publicación se nombra como trafficking-2022/1 o trafficking-2022/latest.",
        en: "A release is named like trafficking-2022/1 or trafficking-2022/latest.",
      };
    case "method":
      return { es: "Use GET.", en: "Use GET." };
    case "parameter":
      return faultOf(problem);
  }
}

function faultOf(problem: Extract<ApiProblem, { kind: "parameter" }>): Text {
  switch (problem.fault) {
    case "unknown":
      return { es: "Ese parámetro no existe en esta dirección.", en: "There is no such parameter at this address." };
    case "repeated":
      return {
        es: "El parámetro aparece más de una vez. Separe los valores con comas.",
        en: "The parameter occurs more than once. Separate the values by commas.",
      };
    case "form":
      return (
        forms[problem.name] ?? { es: "El valor no tiene la forma esperada.", en: "The value does not have the expected form." }
      );
    case "not-there":
      return {
        es: `La publicación no tiene «${problem.value}». Tiene: ${problem.choices.join(", ")}.`,
        en: `The release has no “${problem.value}”. It has: ${problem.choices.join(", ")}.`,
      };
  }
}

/** A problem as RFC 9457 writes it, in the language asked for by `lang` or by the browser. */
export function problemAnswer(request: Request, problem: ApiProblem): Response {
  const language = wishedLanguage(request);
  const status = statuses[problem.kind];
  const body = {
    type: "about:blank",
    title: titles[problem.kind][language],
    status,
    detail: detailOf(problem)[language],
    ...(problem.kind === "parameter" ? { parameter: problem.name.slice(0, 40) } : {}),
  };
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Content-Language": language,
      "Cache-Control": "no-store",
      ...(status === 405 ? { Allow: "GET, HEAD, OPTIONS" } : {}),
    },
  });
}

/** The language asked for by `lang`, else by the browser; Spanish unless English comes first. */
export function wishedLanguage(request: Request): Language {
  const asked = new URL(request.url).searchParams.get("lang");
  if (asked === "es" || asked === "en") return asked;
  return /^\s*en\b/i.test(request.headers.get("accept-language") ?? "") ? "en" : "es";
}
