import { createHash, hkdfSync } from "node:crypto";

/** Somebody of a delegation who says a word of their own choosing after the platform has shown its commitment. */
export interface LotsWitness {
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly word: string;
}

/** All that a drawing of lots stands on, as it is recorded and printed, so that anyone can repeat it. */
export interface LotsGround {
  /** Codes of the tied candidates. */
  readonly candidates: readonly string[];
  /** 32 random bytes in small hexadecimal, drawn before the words were said and revealed after. */
  readonly secret: string;
  readonly witnesses: readonly LotsWitness[];
}

/** A drawing of lots: the ground, what was shown before, and what came out. */
export interface LotsRecord extends LotsGround {
  /** SHA-256 of the secret as text, in hexadecimal; shown before the first word is said. */
  readonly commitment: string;
  /** SHA-256 from which the winner follows, in hexadecimal. */
  readonly digest: string;
  readonly winner: string;
}

/** Why lots cannot be drawn. */
export type LotsRefusal = "too-few-candidates" | "bad-secret" | "too-few-witnesses" | "delegation-twice" | "empty-word";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Words are compared as they sound when read out: without outer and doubled spaces, accents in their composed form. */
const spoken = (word: string) => word.normalize("NFC").trim().replace(/\s+/g, " ");

/** What the platform shows before the witnesses speak: it cannot choose another secret afterwards. */
export function commitmentOf(secret: string): string {
  return sha256(secret);
}

/**
 * The secret of one drawing: 32 bytes in small hexadecimal, derived from the secret of the installation (HKDF-SHA256).
 *
 * It is fixed before the first word is said and is in no database until the draw, so that no reader of the database can choose
 * a word to steer it. Throws a `RangeError` for a secret shorter than 16 characters.
 */
export function lotsSecret(installationSecret: string, voteId: string): string {
  if (installationSecret.length < 16) throw new RangeError("the secret of the installation is too short");
  return Buffer.from(hkdfSync("sha256", installationSecret, "corett-lots", `vote ${voteId}`, 32)).toString("hex");
}

function refusalOf({ candidates, secret, witnesses }: LotsGround): LotsRefusal | undefined {
  if (new Set(candidates).size < 2) return "too-few-candidates";
  if (!/^[0-9a-f]{64}$/.test(secret)) return "bad-secret";
  if (witnesses.length < 2) return "too-few-witnesses";
  if (new Set(witnesses.map(({ country }) => country)).size < witnesses.length) return "delegation-twice";
  return witnesses.some(({ word }) => spoken(word) === "") ? "empty-word" : undefined;
}

/**
 * The text that is digested: JSON without spaces of the title, the secret, the candidates in alphabetical order, the
 * witnesses' words by their delegations in alphabetical order, and the number of the attempt, which begins at 0.
 */
export function lotsText({ candidates, secret, witnesses }: LotsGround, attempt: number): string {
  const words = witnesses.map(({ country, word }) => [country, spoken(word)] as const).sort(([a], [b]) => order(a, b));
  return JSON.stringify(["corett-lots-1", secret, [...new Set(candidates)].sort(order), words, attempt]);
}

/**
 * Draws lots among candidates so that neither the platform nor a witness alone can steer them, and anyone can recompute.
 *
 * The platform is bound by its commitment before the words are said, and each witness speaks without knowing the secret;
 * one honest witness is enough. The digest, read as a number, modulo the candidates in alphabetical order gives the winner.
 * A number in the last, incomplete stretch would favour the first ones; it is thrown away and the next attempt is made.
 * The order in which candidates and witnesses are listed does not matter. `plenary.draw` does the same in the database.
 */
export function drawLots(ground: LotsGround): (LotsRecord & { readonly attempt: number }) | LotsRefusal {
  const refusal = refusalOf(ground);
  if (refusal !== undefined) return refusal;
  const sorted = [...new Set(ground.candidates)].sort(order);
  const size = BigInt(sorted.length);
  const whole = 1n << 256n;
  for (let attempt = 0; ; attempt += 1) {
    const digest = sha256(lotsText(ground, attempt));
    const number = BigInt(`0x${digest}`);
    if (number >= whole - (whole % size)) continue;
    const winner = sorted[Number(number % size)] ?? ""; // the index is below the length
    return { ...ground, commitment: commitmentOf(ground.secret), digest, winner, attempt };
  }
}

/** Repeats a recorded drawing: whether the secret is the one committed to and the winner the one that follows from it. */
export function verifyLots(record: LotsRecord): "verified" | "commitment-differs" | "draw-differs" | LotsRefusal {
  const { candidates, secret, witnesses } = record;
  const again = drawLots({ candidates, secret, witnesses });
  if (typeof again === "string") return again;
  if (again.commitment !== record.commitment) return "commitment-differs";
  return again.digest === record.digest && again.winner === record.winner ? "verified" : "draw-differs";
}
