import { type Language, formatDate } from "#basics";
import type { Block, OfficialDocument } from "#documents";
import { plenaryActTextWords } from "#words";
import type { Attendee } from "../attendance/attendance.ts";
import { actNumber } from "./act.ts";
import { staysOf } from "./assemble-attendance.ts";
import { voteSentence } from "./assemble-vote.ts";
import { actTime, listed } from "./assemble-time.ts";
import type { ActFacts, MotionFact } from "./facts.ts";

/** What every certificate carries: number, who gives it, when, and how it is verified. */
export interface CertificateFrame {
  readonly number: string;
  readonly code: string;
  readonly origin: string;
  readonly givenBy: string;
  readonly post: Readonly<Record<Language, string>>;
  readonly givenAt: Date;
}

/** The next number of a meeting's series: 'CERT-CORETT-V-2024-01'. */
export function certificateNumber(meeting: string, given: number): string {
  return `CERT-CORETT-${meeting}-${String(given + 1).padStart(2, "0")}`;
}

/** An agreement as the approved act prints it: what became of its due date or title later does not enter an extract. */
export interface PrintedAgreement {
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly responsible: string;
  readonly due: string;
}

/** Finds an agreement in the kept act by its number; undefined where the act does not have it. */
export function printedAgreement({ body, language }: OfficialDocument, number: string): PrintedAgreement | undefined {
  const { caption } = plenaryActTextWords[language].agreements;
  for (const block of body) {
    if (block.kind !== "table" || block.caption !== caption) continue;
    const row = block.rows.find(([cell]) => cell?.split("\n")[0] === number);
    const [, said = "", responsible = "", due = ""] = row ?? [];
    const [title = "", ...text] = said.split("\n");
    if (row) return { number, title, text: text.join("\n"), responsible, due };
  }
  return undefined;
}

/** One agreement or one decision, as the approved act says it. */
export function extractDocument(facts: ActFacts, subject: { agreement: PrintedAgreement } | { motion: MotionFact }, digest: string, frame: CertificateFrame, language: Language): OfficialDocument {
  const words = plenaryActTextWords[language].certificate;
  const body: Block[] = [{ kind: "paragraph", text: words.extractOpen(actNumber(facts.meeting.id), facts.meeting.id) }];
  if ("agreement" in subject) {
    const { number, title, text, responsible, due } = subject.agreement;
    body.push(
      { kind: "paragraph", text: [{ text: words.agreement(number, title), strong: true }] },
      { kind: "quote", text },
      { kind: "paragraph", text: words.responsible(responsible, due) },
    );
  } else {
    const { motion } = subject;
    body.push(
      { kind: "paragraph", text: [{ text: words.motion(String(motion.number), motion.title[language]), strong: true }] },
      { kind: "quote", text: motion.text[language] },
      { kind: "paragraph", text: words.outcome(outcomeText(motion, facts, language)) },
    );
  }
  body.push({ kind: "note", text: words.actDigest(digest) });
  return framed(body, words.extractKind, words.extractTitle, frame, language);
}

/** How a motion was decided, in a sentence: the last thing that happened to it. */
function outcomeText(motion: MotionFact, facts: ActFacts, language: Language): string {
  const words = plenaryActTextWords[language].decision;
  const { clock } = actTime(facts.meeting, language);
  const vote = motion.votes.findLast(({ outcome }) => outcome !== null);
  const consensus = motion.consensus.find(({ outcome }) => outcome === "adopted");
  if (motion.state === "adopted" && consensus?.closedAt)
    return words.consensus.adopted(clock(consensus.closedAt), String(consensus.present ?? 0), String(consensus.members ?? 0));
  return (vote && voteSentence(vote, language)) ?? words.states[motion.state];
}

/** Who attended, for which delegation, on which days and between which hours: from the record of presence, never typed. */
export function attendanceDocument(facts: ActFacts, person: Attendee, frame: CertificateFrame, language: Language): OfficialDocument {
  const words = plenaryActTextWords[language].certificate;
  const zone = facts.meeting.timeZone;
  const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
  const end = facts.meeting.closedAt ?? frame.givenAt;
  const stays = staysOf(person).map(({ from, until }) => ({ from, until: until ?? end }));
  const days = Map.groupBy(stays, ({ from }) => formatDate(from, language, zone));
  const times = [...days].map(([day, all]) => words.dayTimes(day, listed(all.map(({ from, until }) => words.between(hour.format(from), hour.format(until))), language)));
  const delegation = person.country === null ? (person.organisation ?? "") : (facts.seats.find(({ country }) => country === person.country)?.name[language] ?? person.country);
  const kind = plenaryActTextWords[language].title[facts.meeting.kind];
  const body: Block[] = [
    { kind: "paragraph", text: words.attendanceOpen },
    { kind: "paragraph", text: [{ text: person.name, strong: true }] },
    {
      kind: "paragraph",
      text: words.attended(words.capacities[person.capacity], delegation, `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`, facts.meeting.id, times.join("; ")),
    },
  ];
  return framed(body, words.attendanceKind, words.attendanceTitle, frame, language);
}

function framed(body: readonly Block[], kind: string, title: string, frame: CertificateFrame, language: Language): OfficialDocument {
  const words = plenaryActTextWords[language];
  const { moment, day } = actTime({ timeZone: "America/Guatemala", openedAt: null, closedAt: null }, language);
  return {
    language,
    layout: "certificate",
    kind,
    number: frame.number,
    title,
    date: new Date(`${frame.givenAt.toISOString().slice(0, 10)}T00:00:00Z`),
    body: [...body, { kind: "paragraph", text: words.certificate.issued(day(frame.givenAt)) }],
    signatures: [{ name: frame.givenBy, post: frame.post[language], signedAt: moment(frame.givenAt) }],
    verification: { code: frame.code, url: `${frame.origin}/${language}/verify?code=${frame.code}`, hashNote: words.certificate.hash(frame.number) },
    footer: words.footer,
  };
}
