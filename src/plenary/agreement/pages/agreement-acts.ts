import { redirect } from "react-router";
import { type Language, type Text, dayOf } from "#basics";
import { type Database, write } from "#database";
import { forbidden, formProblems, formRefusal, notFound } from "#web";
import type { Member, Progress } from "../agreement.ts";
import { closeAgreement, publishAgreement, reopenAgreement } from "../agreement-close.store.ts";
import { agreementOf } from "../agreement.store.ts";
import { keepEvidence } from "../evidence.store.ts";
import { answerReport, mayReport, reportProgress } from "../progress.store.ts";
import { type AgreementRefusal, refusalText } from "../refusal.ts";
import { isKey, isWebAddress, neededProblems, said } from "./form-text.ts";

/** What an act on the page of an agreement works with. */
interface Acting {
  readonly actor: Member;
  readonly database: Database;
  readonly language: Language;
  readonly number: string;
  readonly form: FormData;
}

/** Fields that a refusal is about, so that it can stand at its field. */
const dayRefusals: ReadonlySet<AgreementRefusal> = new Set(["not-a-day", "day-in-future", "day-before-meeting"]);

function answered({ language, number, form }: Acting, refusal: AgreementRefusal | undefined, done: string, fields: { day?: string; reason?: string } = {}) {
  if (refusal === undefined) return redirect(`/${language}/workspace/agreements/${number}?done=${done}`, 303);
  if (refusal === "not-yours") throw forbidden();
  if (refusal === "unknown-agreement") throw notFound();
  const sentence = refusalText(refusal)[language];
  const field = dayRefusals.has(refusal) ? fields.day : refusal === "reason-needed" ? fields.reason : undefined;
  return field === undefined ? formRefusal(sentence, form) : formProblems({ [field]: [sentence] }, form);
}

/** Keeps a report with its evidence, in one transaction: there is no report without it, and no evidence of a refused one. */
export async function report(acting: Acting) {
  const { actor, database, language, number, form } = acting;
  const kind: Progress["kind"] = said(form, "kind") === "fulfilled" ? "fulfilled" : "progress";
  const url = said(form, "url");
  const problems = {
    ...neededProblems(form, ["text"], 8000),
    ...(said(form, "kind") === "" ? { kind: ["choose"] } : {}),
    ...(url === "" || isWebAddress(url) ? {} : { url: ["bad-link"] }),
  };
  if (Object.keys(problems).length > 0) return formProblems(problems, form);
  const sent = form.get("file");
  const file = sent instanceof File && sent.name !== "" ? sent : undefined;
  const id = isKey(said(form, "id")) ? said(form, "id") : crypto.randomUUID();
  const outcome = await write(database, actor, async (tx): Promise<{ readonly refusal: AgreementRefusal | undefined } | { readonly file: Text }> => {
    const agreement = await agreementOf(tx, number);
    if (!agreement) return { refusal: "unknown-agreement" };
    const already = file === undefined ? undefined : await mayReport(tx, actor, agreement, kind, id);
    if (already) return { refusal: already };
    const evidence = file === undefined ? undefined : await keepEvidence(tx, actor, agreement, id, file);
    if (evidence && "refusal" in evidence) return { file: evidence.refusal };
    const refusal = await reportProgress(tx, actor, number, {
      id,
      kind,
      text: said(form, "text"),
      ...(url === "" ? {} : { evidenceUrl: url }),
      ...(evidence === undefined ? {} : { evidenceDocument: evidence.id }),
    });
    return { refusal };
  });
  if ("file" in outcome) return formProblems({ file: [outcome.file[language]] }, form);
  return answered(acting, outcome.refusal, "report");
}

/** The leaders' answer to a report: its fields carry the report's key, since a page can show several. */
export async function answer(acting: Acting) {
  const { actor, database, form } = acting;
  const of = said(form, "report");
  const choice = said(form, `answer:${of}`);
  if (choice !== "accepted" && choice !== "returned") return formProblems({ [`answer:${of}`]: ["choose"] }, form);
  const on = said(form, `on:${of}`);
  const refusal = await write(database, actor, (tx) =>
    isKey(of)
      ? answerReport(tx, actor, of, { answer: choice, note: said(form, `note:${of}`), ...(on === "" ? {} : { on }) }, dayOf(new Date()))
      : Promise.resolve<AgreementRefusal>("unknown-report"),
  );
  return answered(acting, refusal, "answer", { day: `on:${of}`, reason: `note:${of}` });
}

/** Closes an open agreement: fulfilled on a day, today if none is said, or withdrawn. */
export async function close(acting: Acting) {
  const { actor, database, number, form } = acting;
  const how = said(form, "how");
  if (how !== "fulfilled" && how !== "withdrawn") return formProblems({ how: ["choose"] }, form);
  const today = dayOf(new Date());
  const note = said(form, "note");
  const refusal = await write(database, actor, (tx) =>
    closeAgreement(tx, actor, number, how === "fulfilled" ? { state: how, on: said(form, "closedOn") || today, note } : { state: how, note }, today),
  );
  return answered(acting, refusal, "close", { day: "closedOn", reason: "note" });
}

/** Opens a closed agreement again. */
export async function reopen(acting: Acting) {
  const { actor, database, number, form } = acting;
  const refusal = await write(database, actor, (tx) => reopenAgreement(tx, actor, number, said(form, "reason")));
  return answered(acting, refusal, "reopen", { reason: "reason" });
}

/** Puts an agreement on the public site or takes it off. */
export async function publish(acting: Acting) {
  const { actor, database, number, form } = acting;
  const refusal = await write(database, actor, (tx) => publishAgreement(tx, actor, number, said(form, "public") === "yes"));
  return answered(acting, refusal, "publish");
}
