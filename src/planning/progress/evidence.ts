/**
 * An address of evidence as it is kept: a page of the web whole, or a record of the platform from '/workspace/…' or another page
 * below the language, so that it opens in the reader's own. Undefined where it is neither. `origin` is the platform's own:
 * 'https://corett.example'.
 */
export function evidenceAddress(typed: string, origin: string): string | undefined {
  const text = typed.trim();
  if (text.length > 2000) return undefined;
  const own = text.startsWith(`${origin}/`) ? text.slice(origin.length) : text;
  if (own.startsWith("/")) {
    const below = own.replace(/^\/(es|en)(?=\/)/, "");
    return /^\/[a-z0-9][^\s\\]*$/i.test(below) && !below.includes("//") ? below : undefined;
  }
  return /^https?:\/\/[^\s/]+/.test(own) && URL.canParse(own) ? own : undefined;
}

/** What of the platform an address below the language names, as far as its readers can be told. */
export type EvidencePlace =
  | { readonly kind: "web" | "public" }
  | { readonly kind: "document" | "agreement" | "meeting"; readonly id: string }
  | { readonly kind: "workspace" };

/** Which record of the platform an address leads to. */
export function evidencePlace(address: string): EvidencePlace {
  if (!address.startsWith("/")) return { kind: "web" };
  const [, first, second, third] = address.split(/[/?#]/);
  if (first !== "workspace") return { kind: "public" };
  const id = decoded(third);
  if (id !== "" && second === "archive") return { kind: "document", id };
  if (id !== "" && second === "agreements") return { kind: "agreement", id };
  if (id !== "" && second === "meetings") return { kind: "meeting", id };
  return { kind: "workspace" };
}

function decoded(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? "");
  } catch {
    return "";
  }
}

/** Evidence as a reader is shown it. What is closed to the reader bears no address: it is only said that it is there. */
export type ShownEvidence =
  | { readonly kind: "document"; readonly number: string; readonly href: string }
  | { readonly kind: "record" | "web"; readonly href: string }
  /** `part` tells whether the document that came with it is meant, or the address. */
  | { readonly kind: "closed"; readonly part: "document" | "address" };
