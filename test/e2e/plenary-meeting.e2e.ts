import { createHash } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countryName } from "#basics";
import { readPdfStructure } from "#documents";
import { archiveWords, plenaryActWords, plenaryAgreementWords, plenaryElectionWords, plenaryMeetingAgendaWords, plenaryMeetingDelegationWords, plenarySessionRoomWords, plenarySessionWords, plenaryVoteWords } from "#words";
import { openBrowser } from "../browser.ts";
import { circulate, expectVerified, recordApproval, sign, writeTogether } from "./support/plenary-act-steps.ts";
import { castOverABrokenLine, expectRefusedBallot, expectVoted } from "./support/plenary-broken-line.ts";
import { acknowledge, answerConvocation, answers, arrive, candidate, cast, position, shoot } from "./support/plenary-delegate.ts";
import { attachDocument, checkCredentials, closeSession, convene, countTwice, fillAgenda, goOnTo, holdWith, openConsensus, openVote, prepareMeeting, putMotion } from "./support/plenary-lead.ts";
import { type Country, type People, each, openPeople, scriptless } from "./support/plenary-people.ts";
import { type Platform, demoMember, openPlatform } from "./support/platform.ts";
import { oneStory } from "./support/story.ts";
import { button, download, shows } from "./support/submission-steps.ts";
import { leave, visit } from "./support/visit.ts";

const long = { timeout: 400_000 };
const [room, session, vote, elect, written] = [plenarySessionRoomWords.es, plenarySessionWords.es, plenaryVoteWords.es, plenaryElectionWords.es, plenaryActWords.es];
const number = () => `ACTA-CORETT-${meeting}`;
/** Points of the usual agenda by what their titles hold. */
const item = { agenda: "Aprobación de la agenda", previous: "Lectura y aprobación del acta anterior", motions: "Mociones", election: "Elección de la Presidencia", closing: "Clausura" } as const;
const reservation = "México se reserva el punto seis mientras consulta a su congreso.";

let platform: Platform;
let browser: Browser;
let people: People;
let meeting: string;
let root: string;
/** The projector of the room, in a context of its own. */
let screen: Page;

beforeAll(async () => {
  platform = await openPlatform();
  browser = await openBrowser();
  people = await openPeople(browser, platform);
});
afterAll(async () => {
  await browser?.close();
  await platform?.close();
});
oneStory();

test("the secretariat prepares a meeting with the usual agenda and a document, and convenes it", long, async () => {
  const { secretariat } = people;
  meeting = await prepareMeeting(secretariat, platform.origin);
  root = `${platform.origin}/es/workspace/meetings/${meeting}`;
  await fillAgenda(secretariat, { withElection: true });
  await attachDocument(secretariat, root, "Agenda comentada");
  await convene(secretariat, meeting, platform.origin);
});

test("each delegation acknowledges, confirms and names its people, and the secretariat checks their credentials", long, async () => {
  await each(people.delegations, async (telephone) => {
    const { country, member } = telephone;
    if (country === "GTM" || country === scriptless) await acknowledge(telephone, meeting);
    await answerConvocation(telephone, meeting, [["titular", member.name], ...(country === "GTM" ? ([["alternate", demoMember("delegate-alternate", "GTM").name]] as const) : [])]);
  });
  const { secretariat, observer } = people;
  const words = plenaryMeetingDelegationWords.es;
  await observer.goto(`${root}/delegations`);
  await button(observer, words.observer.submit).click();
  await shows(observer, words.done.named);
  await checkCredentials(secretariat, root, people.delegations);
  await shows(secretariat, words.boardTitle("9", "9"));
});


test("the session is opened, each delegation enters the room on its telephone, and the quorum is verified", long, async () => {
  const { secretariat } = people;
  screen = await visit(browser, platform, { as: demoMember("presidency") });
  await screen.goto(`${root}/screen`);
  await shows(screen, room.states.convened);
  await secretariat.goto(`${root}/session`);
  await button(secretariat, session.open.submit).click();
  await shows(secretariat, session.did.opened);
  await each(people.delegations, (telephone) => arrive(telephone, meeting));
  await arrive({ page: people.observer, language: "es" }, meeting, "observer");
  await expect.poll(() => screen.getByText(room.present, { exact: true }).count(), { timeout: 20_000 }).toBe(9);
  await button(secretariat, session.quorum.verify).click();
  await shows(secretariat, session.did.verified);
  await shoot(screen, "screen-present");
});

test("the agenda is approved by consensus, with a reservation, and telephones and screen follow by themselves", long, async () => {
  const { secretariat } = people;
  await goOnTo(secretariat, root, item.agenda);
  for (const { page, isScripted, language } of people.delegations) if (isScripted) await shows(page, plenarySessionRoomWords[language].itemLine("2", language === "es" ? item.agenda : "Approval of the agenda"));
  await putMotion(secretariat, root, { item: item.agenda, purpose: "agenda", title: { es: "Aprobar la agenda", en: "Approve the agenda" } });
  await openConsensus(secretariat);
  await each(people.delegations.slice(0, 8), (telephone) => (telephone.country === "MEX" ? position(telephone, "reserve", reservation) : position(telephone, "agree")));
  await expect.poll(() => screen.getByText(room.spoken.agreement, { exact: true }).count(), { timeout: 20_000 }).toBe(7);
  await secretariat.reload();
  await shows(secretariat, reservation);
  await button(secretariat, vote.consensus.close).click();
  await shows(secretariat, vote.done.consensusClosed);
  await shows(secretariat, vote.consensus.outcomes.adopted);
  await secretariat.goto(`${root}/agenda`);
  await shows(secretariat, plenaryMeetingAgendaWords.es.lead.approved);
});

test("a roll call is cast on nine telephones; a line that breaks counts once, and who may not vote is refused", long, async () => {
  const { secretariat, presidency, observer } = people;
  await goOnTo(secretariat, root, item.motions);
  await putMotion(secretariat, root, { item: item.motions, purpose: "substance", title: { es: "Protocolo de remisión de víctimas", en: "Protocol for the referral of victims" } });
  const address = await openVote(secretariat, { method: "roll-call", rule: "Mayoría absoluta de las delegaciones presentes" });
  const ballot = `${address}/ballot`;
  await shows(screen, "Protocolo de remisión de víctimas");

  const costaRica = people.of("CRI");
  await castOverABrokenLine(costaRica, ballot, screen);
  await expectRefusedBallot(observer, ballot, "not-a-delegate");
  const alternate = { page: await visit(browser, platform, { as: demoMember("delegate-alternate", "GTM"), width: 390 }), language: "es" } as const;
  await arrive(alternate, meeting, "alternate");
  await shows(alternate.page, room.titularIn);
  await expectRefusedBallot(alternate.page, ballot, "titular-present");
  await leave(alternate.page);

  for (const [place, telephone] of people.delegations.filter((one) => one !== costaRica).entries()) {
    await cast(telephone, meeting, answers[telephone.language][telephone.country === "HND" ? 1 : telephone.country === "PAN" ? 2 : 0]);
    await expectVoted(screen, place + 2);
  }
  await shoot(people.of("HND").page, "room-390");
  await shoot(screen, "screen-voting");
  await countTwice(secretariat, presidency, address);
  await secretariat.reload();
  await button(secretariat, vote.vote.settle).click();
  await shows(secretariat, vote.done.settled);
  await shoot(secretariat, "vote-1280");
  for (const [choice, many] of [[answers.es[0], 7], [answers.es[1], 1], [answers.es[2], 1]] as const) {
    const roll = secretariat.getByRole("table", { name: vote.vote.rollCall });
    expect(await roll.getByRole("cell", { name: choice, exact: true }).count(), choice).toBe(many);
  }
  await secretariat.getByText("Aprobado.").first().waitFor();
  await screen.getByText(answers.es[0], { exact: true }).first().waitFor();
  await shoot(screen, "screen-result");
});

test("of a secret vote every delegation finds its ballot by the receipt that it noted, and nobody else's", long, async () => {
  const { secretariat, presidency } = people;
  await putMotion(secretariat, root, { item: item.motions, purpose: "substance", title: { es: "Sede de la operación conjunta", en: "Seat of the joint operation" } });
  const address = await openVote(secretariat, { method: "secret", rule: "Mayoría simple: más votos a favor que en contra" });
  const receipts = new Map<string, string>();
  await each(people.delegations, async (telephone) => {
    receipts.set(telephone.country, await cast(telephone, meeting, answers[telephone.language][telephone.country === "BLZ" ? 1 : 0]));
  });
  expect(new Set(receipts.values()).size).toBe(9);
  await countTwice(secretariat, presidency, address);
  await secretariat.reload();
  await button(secretariat, vote.vote.settle).click();
  await shows(secretariat, vote.done.settled);
  const panama = people.of("PAN").page;
  await panama.goto(address);
  const rows = panama.getByRole("table", { name: vote.vote.receipts }).getByRole("row");
  expect(await rows.filter({ hasText: receipts.get("PAN") ?? "" }).textContent()).toContain(answers.es[0]);
  expect(await rows.filter({ hasText: receipts.get("BLZ") ?? "" }).textContent()).toContain(answers.es[1]);
  expect(await rows.filter({ hasText: countryName("BLZ").es }).count()).toBe(0);
  await panama.goto(`${address}/ballot`);
  await panama.getByLabel(vote.ballot.check).fill(receipts.get("PAN") ?? "");
  await button(panama, vote.ballot.checkDo).click();
  await shows(panama, vote.ballot.found);
  await panama.getByLabel(vote.ballot.check).fill((receipts.get("PAN") ?? "").split("-").toReversed().join("-"));
  await button(panama, vote.ballot.checkDo).click();
  await shows(panama, vote.ballot.notFound);
  await panama.goto(`${root}/room`);
});

test("the presidency is elected in a second round, after both rounds were counted again, and proclaimed", long, async () => {
  const { secretariat, presidency } = people;
  await goOnTo(secretariat, root, item.election);
  await secretariat.goto(`${root}/election`);
  await button(secretariat, elect.open.act).click();
  await shows(secretariat, elect.states.candidacies);
  for (const country of ["GTM", "CRI", "PAN"] as const) {
    const { page } = people.of(country);
    await page.goto(`${root}/election`);
    await page.getByLabel(elect.candidacies.statement).fill(`Propuesta de ${countryName(country).es}`);
    await button(page, elect.candidacies.accept).click();
    await shows(page, elect.done);
    await page.goto(`${root}/room`);
  }
  const rounds: readonly Readonly<Record<Country, Country>>[] = [
    { BLZ: "GTM", CRI: "CRI", SLV: "GTM", GTM: "GTM", HND: "CRI", MEX: "PAN", NIC: "PAN", PAN: "CRI", DOM: "GTM" },
    { BLZ: "GTM", CRI: "CRI", SLV: "GTM", GTM: "GTM", HND: "CRI", MEX: "GTM", NIC: "GTM", PAN: "CRI", DOM: "GTM" },
  ];
  for (const [place, choices] of rounds.entries()) {
    await secretariat.goto(`${root}/election`);
    await button(secretariat, place === 0 ? elect.rounds.openFirst : elect.rounds.openNext).click();
    await secretariat.getByText(elect.rounds.states.open, { exact: true }).first().waitFor();
    await secretariat.getByRole("link", { name: elect.rounds.toVote }).click();
    await secretariat.waitForURL(/\/votes\//);
    const address = secretariat.url();
    await each(people.delegations, async (telephone) => void (await cast(telephone, meeting, candidate(telephone, choices[telephone.country]))));
    await countTwice(secretariat, presidency, address);
    await secretariat.goto(`${root}/election`);
    await button(secretariat, elect.rounds.settle).click();
    await button(secretariat, elect.rounds.settle).waitFor({ state: "hidden" });
  }
  await shows(secretariat, elect.proclamation.ready("Guatemala"));
  await presidency.goto(`${root}/election`);
  await button(presidency, elect.proclamation.act).click();
  await shows(presidency, elect.states.proclaimed);
  await shoot(presidency, "election-1280");
  await shows(screen, room.election.proclaimed("Guatemala"));
});

test("what was adopted becomes an agreement with who answers for it, and the session is closed", long, async () => {
  const { secretariat } = people;
  const words = plenaryAgreementWords.es;
  await secretariat.goto(`${root}/agreements`);
  await secretariat.getByRole("link", { name: words.meeting.enterMotion("2") }).click();
  await secretariat.getByLabel(words.enter.due).fill("próxima plenaria");
  await secretariat.getByRole("group", { name: words.enter.responsible }).getByLabel("Guatemala", { exact: true }).check();
  await button(secretariat, words.enter.submit).click();
  await shows(secretariat, words.one.done.enter);
  await goOnTo(secretariat, root, item.closing);
  await closeSession(secretariat, root);
  await shows(screen, room.states.closed);
});

test("the act assembles itself; two people write one part at once and neither loses a word; the delegations observe", long, async () => {
  const { secretariat, presidency } = people;
  const act = `${root}/act`;
  await secretariat.goto(act);
  await button(secretariat, written.none.begin).click();
  await shows(secretariat, written.done.begun);
  for (const told of [reservation, "Protocolo de remisión de víctimas", "ACUERDO-CORETT-", written.part.computedHelp]) await shows(secretariat, told);
  await shoot(secretariat, "act-1280");
  const part = secretariat.getByRole("region", { name: item.motions }).getByRole("link", { name: written.part.edit, exact: true });
  const section = new URL((await part.getAttribute("href")) ?? "", platform.origin).href;
  const texts = { before: "El Pleno conoció dos mociones.", first: "La Presidencia recordó la campaña regional.", second: "La Secretaría Técnica ofreció su apoyo." };
  await writeTogether(presidency, secretariat, section, texts);
  for (const text of [texts.before, texts.first, texts.second]) await shows(secretariat, text);
  await circulate(secretariat, act);
  const costaRica = people.of("CRI").page;
  await costaRica.goto(act);
  await shows(costaRica, texts.first);
  await costaRica.getByRole("link", { name: written.observations.write }).click();
  await costaRica.getByLabel(written.observations.text, { exact: true }).fill("Falta el saludo de Costa Rica.");
  await button(costaRica, written.observations.submit).click();
  await shows(costaRica, written.done.observed);
  await secretariat.goto(act);
  await secretariat.getByLabel(written.observations.reason).fill("Se añade en la apertura.");
  await button(secretariat, written.observations.takeUp).click();
  await shows(secretariat, written.done.answered);
  await costaRica.reload();
  await shows(costaRica, "Se añade en la apertura.");
});

test("a second meeting approves the act, presidency and secretariat sign it, and it goes into the archive", long, async () => {
  const { secretariat, presidency } = people;
  const next = await prepareMeeting(secretariat, platform.origin, 3);
  await fillAgenda(secretariat, { withElection: false });
  await convene(secretariat, next, platform.origin);
  const there = root.replace(meeting, next);
  await holdWith(secretariat, there, people.delegations.slice(0, 5));
  await goOnTo(secretariat, there, item.previous);
  await shows(secretariat, session.previousAct.title(meeting));
  await putMotion(secretariat, there, { item: item.previous, purpose: "previous-act", title: { es: "Aprobar el acta anterior", en: "Approve the previous act" } });
  await openConsensus(secretariat);
  await button(secretariat, vote.consensus.close).click();
  await shows(secretariat, vote.consensus.outcomes.adopted);
  const act = `${root}/act`;
  await recordApproval(secretariat, act);
  await sign(secretariat, act, number());
  await sign(presidency, act, number());
  await expect.poll(async () => {
    await secretariat.goto(act);
    return secretariat.getByText(written.states.archived, { exact: true }).count();
  }, { timeout: 90_000, interval: 2000 }).toBeGreaterThan(0);
  await shoot(secretariat, "act-archived-1280");
});

test("nobody outside reads the act before it is published; afterwards its file is what the archive says, and verifies", long, async () => {
  const { secretariat } = people;
  const visitor = await visit(browser, platform, { script: false, width: 390 });
  const address = `${platform.origin}/es/archive/${number()}`;
  const verify = archiveWords.es.verify;
  const code = (await secretariat.getByRole("main").locator("code").allTextContents()).find((each) => /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(each)) ?? "";
  expect((await visitor.goto(address))?.status()).toBe(404);
  expect((await visitor.request.get(`${platform.origin}/archive/files/${number()}/1/${number()}-es.pdf`)).status()).toBe(404);
  await visitor.goto(`${platform.origin}/es/verify?code=${code}`);
  await shows(visitor, verify.reserved);
  expect(await visitor.content()).not.toContain(reservation);

  await button(secretariat, written.acts.publish).click();
  await shows(secretariat, written.done.published);
  expect((await visitor.goto(address))?.status()).toBe(200);
  await shoot(visitor, "archive-390");
  const { bytes, name } = await download(visitor, visitor.getByRole("link", { name: `${number()}-es.pdf` }));
  expect(name).toBe(`${number()}-es.pdf`);
  const digest = createHash("sha256").update(bytes).digest("hex");
  await shows(visitor, digest);
  const structure = await readPdfStructure(bytes);
  expect(structure).toMatchObject({ archive: "PDF/A-2a", language: "es", isMarked: true, arePagesTagged: true });
  expect(structure.title).toContain(meeting);
  await expectVerified(visitor, platform.origin, [digest, code], number());
  await leave(visitor);
});
