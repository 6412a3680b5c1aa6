import type { Text } from "#basics";

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/u;
const curp = /\b[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d\b/i;
/** Telephones of the region: +502 5555-1234, (504) 9999-9999, 7777-8888, 55 1234 5678. */
const phone = /^\+?\(?\d{1,3}\)?[ -]\d{3,4}[ -]\d{4}$|^\+\d{8,14}$|^\d{4}[- ]\d{4}$|^\d{2,3}[ -]\d{3,4}[ -]\d{4}$/;
/** Identity documents of the region by their shape: DPI, cédula, DUI, tarjeta de identidad, RFC. */
const document =
  /^\d{13}$|^\d{4} \d{5} \d{4}$|^\d{8}-\d$|^\d{4}-\d{4}-\d{5}$|^\d{3}-\d{6}-\d{4}[A-Z]$|^\d{3}-\d{7}-\d$|^\d-\d{4}-\d{4}$|^(\d{1,2}|PE|E|N)-\d{1,4}-\d{3,6}$|^[A-Z]{4}\d{6}[A-Z0-9]{3}$/i;

export type IdentityKind = "email" | "phone" | "document";

/** Words for a kind of identity value, for a refusal. */
export const identityKinds: Readonly<Record<IdentityKind, Text>> = {
  email: { es: "correos electrónicos", en: "e-mail addresses" },
  phone: { es: "números de teléfono", en: "telephone numbers" },
  document: { es: "números de documento de identidad", en: "identity document numbers" },
};

/** What kind of identity a value looks like, by its shape; undefined for everything ordinary. */
export function identityKindOf(value: string): IdentityKind | undefined {
  if (value.length < 8 || value.length > 200) return undefined;
  if (value.includes("@") && email.test(value)) return "email";
  if (!/\d{3}/.test(value)) return undefined;
  if (value.length >= 18 && curp.test(value)) return "document";
  if (value.length > 22) return undefined;
  if (document.test(value)) return "document";
  return phone.test(value) ? "phone" : undefined;
}

/** The value with whatever could name a person covered, for reports. */
export function maskIdentity(value: string): string {
  if (identityKindOf(value.trim())) return "•••";
  return value.replace(new RegExp(email, "gu"), "•••").replace(new RegExp(curp, "gi"), "•••");
}

/**
 * Watches one column and tells when its values look like identity: one e-mail or CURP is enough, other shapes when at least
 * five of them make up a third of what was seen. Codes such as '2021-0001' can be taken for a telephone once, not always,
 * so a case code column is watched for documents and mails only.
 */
export class IdentityWatch {
  readonly #kinds: ReadonlySet<IdentityKind>;
  readonly #hits = new Map<IdentityKind, number>();
  #seen = 0;

  constructor(kinds: readonly IdentityKind[] = ["email", "phone", "document"]) {
    this.#kinds = new Set(kinds);
  }

  /** Notes one value; the kind of identity once the column has given itself away. */
  see(value: string): IdentityKind | undefined {
    if (value === "") return undefined;
    this.#seen++;
    const kind = identityKindOf(value);
    if (!kind || !this.#kinds.has(kind)) return undefined;
    if (kind === "email" || (value.length >= 18 && curp.test(value))) return kind;
    const hits = (this.#hits.get(kind) ?? 0) + 1;
    this.#hits.set(kind, hits);
    return hits >= 5 && hits * 3 >= this.#seen ? kind : undefined;
  }
}
