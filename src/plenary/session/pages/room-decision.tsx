import { Form, Link } from "react-router";
import { Button, type FieldState, LinkButton, Textarea, useLanguage, useWords } from "#web";
import { plenarySessionRoomWords } from "#words";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import type { OwnPlace, RoomDecision } from "../room.ts";

interface Props {
  readonly decision: RoomDecision;
  readonly meeting: string;
  readonly country: string | undefined;
  readonly place: OwnPlace | undefined;
  readonly problem: FieldState;
  readonly move: string;
}

/** The open decision on a telephone: the text, and the way to decide for whoever may. */
export function RoomDecisionPart({ decision, meeting, country, place, problem, move }: Props) {
  const words = useWords(plenarySessionRoomWords);
  const language = useLanguage();
  const { kind, phase, title, text, method, rule, motion } = decision;
  const isDelegate = place?.capacity === "titular" || place?.capacity === "alternate";
  const decides = isDelegate && place.isIn && (place.capacity === "titular" || !place.isTitularIn);
  const spoken = country === undefined ? undefined : decision.spoken[country];
  const head = kind === "consensus" ? words.decision.consensus : phase === "open" ? words.decision.vote : words.decision.counting;
  return (
    <section className="mt-6 border-l-4 border-light bg-light-wash px-4 py-4" aria-live="polite">
      <h2 className="text-small font-semibold">
        {head}
        {method !== null && ` · ${method === "secret" ? words.secret : words.rollCall}`}
      </h2>
      <p className="mt-1 font-serif text-h3 font-semibold">{title[language]}</p>
      {rule && <p className="text-small">{rule[language]}</p>}
      {text && <p className="mt-2 whitespace-pre-wrap">{text[language]}</p>}
      {motion !== null && (
        <p className="mt-1">
          <Link to={meetingAddress(language, meeting, `decisions/${motion}`)} className="link inline-block py-1.5">
            {words.decision.readText}
          </Link>
        </p>
      )}
      {spoken !== undefined && <p className="mt-3 font-semibold">{spoken === "voted" ? words.alreadyCast : words.alreadySaid[spoken]}</p>}
      {isDelegate && !place.isIn && phase === "open" && <p className="mt-3 font-semibold">{words.notEntitled}</p>}
      {isDelegate && place.isIn && !decides && phase === "open" && <p className="mt-3">{words.titularIn}</p>}
      {kind === "vote" && phase === "open" && decides && spoken === undefined && (
        <p className="mt-4">
          <LinkButton to={meetingAddress(language, meeting, `votes/${decision.id}/ballot`)} className="w-full text-lead">
            {words.castNow}
          </LinkButton>
        </p>
      )}
      {kind === "vote" && (!decides || spoken !== undefined || phase === "counting") && (
        <p className="mt-2">
          <Link to={meetingAddress(language, meeting, `votes/${decision.id}`)} className="link inline-block py-1.5">
            {words.seeVote}
          </Link>
        </p>
      )}
      {kind === "consensus" && decides && (
        <Form method="post" className="mt-4" preventScrollReset>
          <input type="hidden" name="consensus" value={decision.id} />
          <input type="hidden" name="move" value={move} />
          <Button name="act" value="agreement" className="w-full text-lead">
            {words.agree}
          </Button>
          <Textarea {...problem} label={words.positionText} help={words.positionHelp} rows={3} />
          <div className="mt-3 grid grid-cols-2 gap-3">
            <Button kind="quiet" name="act" value="reservation">
              {words.reserve}
            </Button>
            <Button kind="danger" name="act" value="objection">
              {words.object}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
