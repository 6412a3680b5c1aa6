import type { Deposit, Rendition } from "./deposit.ts";

/** The bytes of a file for tests and examples; they say what they are. */
export function exampleBytes(content: string): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7\n${content}\n%%EOF\n`);
}

/** A PDF of a deposit. */
export function examplePdf(content: string, name = "acta.pdf"): Rendition {
  return { format: "pdf", language: "es", name, mediaType: "application/pdf", bytes: exampleBytes(content) };
}

/** An act that anyone may read, unless `other` says otherwise. */
export function exampleAct(number: string, other: Partial<Deposit> = {}): Deposit {
  return {
    number,
    class: "act",
    title: { es: `Acta de la reunión ${number}`, en: `Act of meeting ${number}` },
    access: "public",
    dated: "2023-10-05",
    renditions: [examplePdf(number)],
    ...other,
  };
}
