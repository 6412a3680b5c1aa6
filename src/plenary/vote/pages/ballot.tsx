import { Form, data } from "react-router";
import { countryName } from "#basics";
import { read, write } from "#database";
import { Actions, Button, CheckboxGroup, ErrorSummary, Field, LinkButton, Notice, PageHeading, RadioGroup, databaseContext, formProblems, formRefusal, formState, languageContext, memberIn, notFound, secretContext, useLanguage, useWords } from "#web";
import { plenaryVoteWords } from "#words";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { idOf, plenaryReaders, said } from "../../meeting/pages/meeting-asked.ts";
import { roomPage } from "../../session/room-address.ts";
import { castBallot, holdsReceipt, paperOf } from "../ballot.store.ts";
import { readReceipt, receiptCode, slipOf, urnKey } from "../receipt.ts";
import { refusalText } from "../refusal.ts";
import type { Route } from "./+types/ballot.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/**
 * The ballot paper of the acting delegation: of a secret vote with a fresh receipt, sealed for this vote and this delegation.
 *
 * Whoever may not vote now reads why and what to do; nothing on the page tells how anybody voted.
 */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor } = asked(args);
  const id = idOf(args.params.vote);
  const vote = id === undefined ? undefined : await read(database, actor, (tx) => paperOf(tx, id, actor.country));
  if (vote?.meeting !== args.params.meeting) throw notFound();
  const { country } = actor;
  const word = vote.isOpen ? vote.entitlement : "vote-not-open";
  const isPaper = word === "entitled" && country !== undefined;
  const code = isPaper && vote.method === "secret" ? receiptCode(crypto.getRandomValues(new Uint8Array(10))) : undefined;
  return {
    vote: { id: vote.id, title: vote.title, method: vote.method, choices: vote.choices },
    text: vote.text ?? undefined,
    country,
    capacity: actor.office === "delegate-alternate" ? ("alternate" as const) : ("titular" as const),
    votedBy: vote.votedBy ?? undefined,
    hindrance: isPaper || vote.votedBy !== null || word === null ? undefined : word,
    isPaper,
    paper: code === undefined || country === undefined ? undefined : { code, slip: slipOf({ code, vote: vote.id, country }, urnKey(args.context.get(secretContext), vote.id)) },
  };
}

/** Who asks. The paper's own statement says whether there is such a vote in the meeting: nothing is asked twice when all telephones come at once. */
function asked({ request, context }: Route.LoaderArgs | Route.ActionArgs) {
  return { actor: memberIn({ request, context }, plenaryReaders), database: context.get(databaseContext), language: context.get(languageContext) };
}

/**
 * Casts the ballot, or checks a receipt.
 *
 * The answer to a ballot is the page itself and no redirect: the receipt belongs to its caster alone and must not stand in
 * an address, where histories and logs would keep it. Sent again, the same form has the same answer and counts once.
 */
export async function action(args: Route.ActionArgs) {
  const { database, actor, language } = asked(args);
  const form = await args.request.formData();
  const field = said(form);
  const id = idOf(args.params.vote);
  if (id === undefined) throw notFound();
  const key = urnKey(args.context.get(secretContext), id);
  if (field("act") === "check") {
    const receipt = readReceipt(field("receipt"));
    if (receipt === undefined) return formProblems({ receipt: ["notReceipt"] }, form);
    const isHeld = await read(database, actor, (tx) => holdsReceipt(tx, { vote: id, receipt, key }));
    return isHeld ? data({ typed: {}, held: true as const }) : formProblems({ receipt: ["notFound"] }, form);
  }
  const option = Number(field("option"));
  const problems = {
    ...(Number.isInteger(option) && option > 0 && option < 100 ? {} : { option: ["chooseOne"] }),
    ...(field("confirm") === "yes" ? {} : { confirm: ["confirmFirst"] }),
  };
  if (Object.keys(problems).length > 0) return data({ problems, typed: { option: [field("option")], slip: [field("slip")] } }, { status: 400 });
  const answer = await write(database, actor, (tx) => castBallot(tx, actor, { vote: id, option, slip: field("slip") || undefined, key }));
  if (answer.word !== "cast" && answer.word !== "kept") return formRefusal(refusalText(answer.word, language), form);
  return data({ typed: {}, cast: { receipt: answer.receipt } });
}

/** One page for the telephone, without the tabs of the meeting, so that the choices are on its first screen: who votes for whom, the choices, a look back, the button; afterwards the receipt. */
export default function BallotPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { vote, text, country, capacity, votedBy, hindrance, isPaper, paper } = loaderData;
  const all = useWords(plenaryVoteWords);
  const words = all.ballot;
  const language = useLanguage();
  const form = formState(actionData, words as unknown as Record<string, string>); // the messages of its problems are among them
  const done = actionData !== undefined && "cast" in actionData ? actionData.cast : undefined;
  const refusals: Readonly<Record<string, string>> = all.refusals;
  // A form that came back keeps its own paper: the receipt that was written down stays the one that is cast.
  const back: Readonly<Record<string, readonly string[]>> | undefined = actionData?.typed;
  const isForeign = actionData !== undefined && "refusal" in actionData && actionData.refusal === all.refusals["paper-not-valid"];
  const slip = (isForeign ? undefined : back?.slip?.[0]) || paper?.slip;
  const code = slip?.split(".")[0];
  return (
    <div className="max-w-[40rem]">
      <PageHeading title={words.title} lead={vote.title[language]} />
      <ErrorSummary form={form} />
      {country !== undefined && isPaper && done === undefined && <p className="mt-4 text-lead font-semibold">{words.votingFor(countryName(country)[language], words.capacities[capacity])}</p>}
      {done !== undefined && (
        <Notice tone="good" title={words.kept}>
          <p>{words.keptText}</p>
          {done.receipt !== undefined && <p className="mt-2 font-semibold break-words">{words.keptReceipt(done.receipt)}</p>}
        </Notice>
      )}
      {done === undefined && votedBy !== undefined && <Notice tone="good" title={words.delegationVoted(votedBy)}>{words.keptText}</Notice>}
      {hindrance !== undefined && (
        <Notice tone="caution" title={words.cannot}>
          {refusals[hindrance] ?? hindrance}
        </Notice>
      )}
      {text !== undefined && (
        <details className="mt-6 border-y border-line py-3">
          <summary className="font-semibold text-work">{words.text}</summary>
          <p className="measure mt-2 whitespace-pre-line">{text[language]}</p>
        </details>
      )}
      {isPaper && done === undefined && (
        // A whole load: a telephone that loses the network keeps the form, and its browser offers to send the same one again.
        <Form method="post" className="mt-6" reloadDocument>
          {slip !== undefined && <input type="hidden" name="slip" value={slip} />}
          <p className="measure text-ink-soft">{vote.method === "secret" ? words.secret : words.rollCall}</p>
          {code !== undefined && (
            <div className="mt-6 border-l-4 border-work bg-work-wash px-5 py-4">
              <p className="font-semibold">{words.receiptBefore}</p>
              <p className="figures mt-1 text-lead break-words"><code>{code}</code></p>
              <p className="measure mt-1 text-small">{words.receiptBeforeHelp}</p>
            </div>
          )}
          <div className="text-lead [&_input]:size-6 [&_label]:min-h-12 [&_label]:items-center">
            <RadioGroup {...form.field("option")} label={words.question} choices={vote.choices.map(({ option, label }) => ({ value: String(option), label: label[language] }))} />
          </div>
          <CheckboxGroup {...form.field("confirm")} label={words.review} choices={[{ value: "yes", label: words.confirm }]} />
          <Actions>
            <Button name="act" value="cast" className="min-h-14 text-lead">{words.cast}</Button>
          </Actions>
        </Form>
      )}
      {vote.method === "secret" && !isPaper && country !== undefined && (
        <Form method="post" className="mt-8 border-t border-line">
          {actionData !== undefined && "held" in actionData && <Notice tone="good" title={words.found} />}
          <Field {...form.field("receipt")} label={words.check} help={words.checkHelp} width="medium" autoComplete="off" />
          <Actions>
            <Button kind="quiet" name="act" value="check">{words.checkDo}</Button>
          </Actions>
        </Form>
      )}
      <p className="mt-8 flex flex-wrap gap-3">
        <LinkButton kind={isPaper && done === undefined ? "quiet" : "primary"} to={roomPage(language, params.meeting)}>{words.toRoom}</LinkButton>
        <LinkButton kind="quiet" to={`${meetingAddress(language, params.meeting)}/votes/${vote.id}`}>{words.toVote}</LinkButton>
      </p>
    </div>
  );
}
