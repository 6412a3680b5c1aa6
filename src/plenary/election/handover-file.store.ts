import { randomBytes } from "node:crypto";
import { type Actor, languages, dayOf } from "#basics";
import { type DepositRefusal, type Rendition, deposit, newVerificationCode } from "#archive";
import { type Database, read, write } from "#database";
import { officialDocx, officialPdf } from "#documents";
import { type Handover, type HandoverRefusal, handoverNumber } from "./handover.ts";
import { handoverDocument } from "./handover-document.ts";
import { fileHandover, handoverOf } from "./handover.store.ts";

const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Somebody else deposited the report in the same moment: nothing of this attempt stays. */
class FiledMeanwhile extends Error {}

/**
 * Deposits the report of a handover that was received: PDF/A and DOCX, in both languages, under its number, readable by the
 * members. The files are made before the transaction begins; of two attempts at once one is kept.
 */
export async function depositHandover(database: Database, actor: Actor, id: string, origin: string): Promise<"filed" | HandoverRefusal | DepositRefusal> {
  const handover = await read(database, actor, (tx) => handoverOf(tx, id));
  if (!handover) return "unknown-handover";
  if (actor.kind !== "member" || (actor.office !== "secretariat" && actor.office !== "presidency")) return "not-yours";
  if (handover.receivedAt === undefined) return "not-received-yet";
  if (handover.document !== undefined) return "already-filed";
  const code = newVerificationCode(randomBytes(12));
  const renditions = await renditionsOf(handover, code, origin);
  try {
    return await write(database, actor, async (tx) => {
      const kept = await deposit(tx, actor, {
        number: handoverNumber(handover),
        class: "term-report",
        title: titleOf(handover),
        access: "members",
        dated: dayOf(handover.receivedAt ?? new Date()),
        renditions,
        verificationCode: code,
      });
      if ("refusal" in kept) return kept.refusal;
      const word = await fileHandover(tx, id, kept.id);
      if (word !== "filed") throw new FiledMeanwhile(word);
      return word;
    });
  } catch (fault) {
    if (fault instanceof FiledMeanwhile) return "already-filed";
    throw fault;
  }
}

function titleOf({ office, from, to }: Handover) {
  return office === "presidency"
    ? { es: `Informe de entrega de la Presidencia, de ${from} a ${to}`, en: `Handover report of the presidency, from ${from} to ${to}` }
    : { es: `Informe de entrega de la Secretaría Técnica, de ${from} a ${to}`, en: `Handover report of the technical secretariat, from ${from} to ${to}` };
}

async function renditionsOf(handover: Handover, code: string, origin: string): Promise<Rendition[]> {
  const number = handoverNumber(handover);
  const files = await Promise.all(
    languages.map(async (language): Promise<Rendition[]> => {
      const document = handoverDocument(handover, language, { code, url: `${origin}/${language}/verify?code=${code}` });
      return [
        { format: "pdf", language, name: `${number}-${language}.pdf`, mediaType: "application/pdf", bytes: await officialPdf(document) },
        { format: "docx", language, name: `${number}-${language}.docx`, mediaType: docxType, bytes: await officialDocx(document) },
      ];
    }),
  );
  return files.flat();
}
