import type { Language } from "#basics";
import { documentOf } from "#archive";
import { type Database, read } from "#database";
import type { Block } from "#documents";
import type { Member } from "#web";
import type { Meeting } from "../../meeting/meeting.ts";
import { type Act, type SectionKind, actNumber, actRefusal, isNarrated } from "../act.ts";
import { actNow, snapshotOf } from "../approve.store.ts";
import { computedBlocks, planSections, startText } from "../assemble.ts";
import type { ActFacts, SectionNow } from "../facts.ts";
import { factsOf } from "../facts.store.ts";
import { narrativeBlocks } from "../narrative.ts";
import type { Observation } from "../observation.ts";
import { observationsOf } from "../observation.store.ts";
import { signaturesOf } from "../sign.store.ts";
import { currentText, versionsOf, waitingText } from "../text.store.ts";
import { isLeader } from "./act-asked.ts";

/** A part of the act as its page shows it. */
export interface PartView {
  readonly id: string;
  readonly kind: SectionKind;
  readonly title: string;
  readonly position: number;
  readonly isNarrated: boolean;
  readonly computed: readonly Block[];
  readonly written: readonly Block[];
  /** English reads Spanish words because the translation is missing. */
  readonly isMissing: boolean;
  readonly hasAside: boolean;
  readonly observations: number;
}

/** What the page of an act shows, by how far the act is. */
export type ActView =
  | { readonly kind: "none"; readonly preview: readonly PartView[] }
  | { readonly kind: "hidden" }
  | { readonly kind: "record"; readonly approvedIn: string }
  | { readonly kind: "writing"; readonly parts: readonly PartView[]; readonly observations: readonly Observation[] }
  | { readonly kind: "fixed"; readonly blocks: readonly Block[]; readonly summary: readonly { readonly label: string; readonly value: string }[]; readonly observations: readonly Observation[] };

/** Reads what an actor may see of an act, in the reader's language. */
export function actView(database: Database, actor: Member, meeting: Meeting, act: Act | undefined, language: Language, now: Date): Promise<ActView> {
  return read(database, actor, async (tx): Promise<ActView> => {
    if (act?.isRecord === true) return { kind: "record", approvedIn: act.approvedIn ?? "" };
    if (act === undefined) {
      if (!isLeader(actor) || meeting.isRecord) return { kind: "hidden" };
      const facts = await factsOf(tx, meeting.id, now, { withNotes: true });
      const planned = facts ? planSections(facts) : [];
      const preview = planned.map((each, place) => ({ ...each, id: String(place), position: place + 1, body: facts ? startText(facts, each) : { es: "", en: "" } }));
      return { kind: "none", preview: facts ? preview.map((each) => partView(facts, each, language)) : [] };
    }
    const observations = actor.office === "observer" ? [] : await observationsOf(tx, meeting.id);
    if (act.state === "draft" || act.state === "circulated") {
      const present = await actNow(tx, meeting.id, now);
      if (!present) return { kind: "hidden" };
      const asides = new Set<string>();
      if (isLeader(actor))
        for (const { id, kind } of present.sections)
          if (isNarrated(kind))
            for (const each of ["es", "en"] as const) if (waitingText(await versionsOf(tx, id, each), each)) asides.add(id);
      const parts = present.sections.map((each) => ({
        ...partView(present.facts, each, language),
        hasAside: asides.has(each.id),
        observations: observations.filter(({ section }) => section === each.id).length,
      }));
      return { kind: "writing", parts, observations };
    }
    const document = (await snapshotOf(tx, meeting.id))?.[language];
    return document ? { kind: "fixed", blocks: document.body, summary: document.summary ?? [], observations } : { kind: "hidden" };
  });
}

function partView(facts: ActFacts, section: SectionNow, language: Language): PartView {
  const isMissing = language === "en" && section.body.en.trim() === "" && section.body.es.trim() !== "";
  return {
    id: section.id,
    kind: section.kind,
    title: section.title[language],
    position: section.position,
    isNarrated: isNarrated(section.kind),
    computed: computedBlocks(facts, section, language),
    written: narrativeBlocks(isMissing ? section.body.es : section.body[language]),
    isMissing,
    hasAside: false,
    observations: 0,
  };
}

/** The facts of an approved act beside its text: approval, signatures, code and circle of readers. */
export function actFacts(database: Database, actor: Member, meeting: string, act: Act) {
  return read(database, actor, async (tx) => {
    const document = act.document === null ? undefined : await documentOf(tx, act.document);
    return {
      number: actNumber(meeting),
      state: act.state,
      digest: act.digest,
      code: act.code,
      approvedIn: act.approvedIn,
      approvedAt: act.approvedAt,
      observationsUntil: act.observationsUntil,
      signatures: (await signaturesOf(tx, meeting)).map(({ office, name, post, at, account }) => ({ office, name, post, at, isMine: account === actor.account })),
      access: document?.access ?? null,
      may: {
        edit: actRefusal(actor, "edit", act) === undefined,
        circulate: actRefusal(actor, "circulate", act) === undefined,
        recall: actRefusal(actor, "recall", act) === undefined,
        approve: actRefusal(actor, "approve", act) === undefined,
        observe: actRefusal(actor, "observe", act) === undefined,
        answer: actRefusal(actor, "answer", act) === undefined,
        sign: actRefusal(actor, "sign", act) === undefined,
        retry: actRefusal(actor, "retry-files", act) === undefined,
        publish: actRefusal(actor, "publish", act) === undefined,
        extract: isLeader(actor),
      },
    };
  });
}

/** The newest texts of a written part, for the form that edits it. */
export async function editView(database: Database, actor: Member, section: string) {
  return read(database, actor, async (tx) => {
    const texts = [];
    for (const language of ["es", "en"] as const) {
      const versions = await versionsOf(tx, section, language);
      const current = currentText(versions);
      const waiting = waitingText(versions, language);
      texts.push({
        language,
        body: current?.body ?? "",
        version: current?.version ?? 0,
        author: current?.author ?? null,
        at: current?.at ?? null,
        waiting: waiting && { aside: waiting.aside.version, author: waiting.aside.author, at: waiting.aside.at, upon: waiting.upon, ...waiting.joined },
      });
    }
    return texts;
  });
}
