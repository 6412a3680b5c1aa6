import { Form } from "react-router";
import { countryName } from "#basics";
import { Button, useLanguage, useWords } from "#web";
import { plenarySessionRoomWords } from "#words";
import type { OwnPlace, RoomState } from "../room.ts";
import { clockText } from "../speech.ts";
import { secondsLeft } from "./use-server-clock.ts";

/** Who speaks, with the time left; one's own place on the list; asking for the floor and withdrawing. */
export function RoomFloorPart({ state, place, now, move }: { state: RoomState; place: OwnPlace | undefined; now: number; move: string }) {
  const words = useWords(plenarySessionRoomWords);
  const language = useLanguage();
  const { speaker, waiting, item } = state;
  const left = speaker ? secondsLeft(speaker, now) : 0;
  const turn = place?.turn;
  return (
    <section className="mt-6 border-t border-line pt-4">
      <h2 className="text-small font-semibold text-ink-soft">{words.floor}</h2>
      <p>
        {speaker ? (turn === 0 ? words.youSpeak : words.speaking(speaker.name, nameOf(state, speaker.of, language))) : words.nobodySpeaks}
        {speaker && <span className="figures text-ink-soft"> · {left >= 0 ? words.left(clockText(left)) : words.overtime(clockText(-left))}</span>}
      </p>
      {waiting.length > 0 && <p className="text-small text-ink-soft">{words.waiting(String(waiting.length))}</p>}
      {turn !== undefined && turn > 0 && <p className="mt-1 font-semibold">{turn === 1 ? words.turnNext : words.turn(String(turn))}</p>}
      {place?.isIn === true && item !== "closed" && (
        <Form method="post" className="mt-3 grid grid-cols-2 gap-3" preventScrollReset>
          <input type="hidden" name="move" value={move} />
          {turn !== undefined && turn > 0 ? (
            <Button kind="quiet" name="act" value="withdraw" className="col-span-2">
              {words.withdraw}
            </Button>
          ) : (
            <>
              <Button kind="quiet" name="act" value="floor">
                {words.ask}
              </Button>
              <Button kind="quiet" name="act" value="point-of-order">
                {words.askOrder}
              </Button>
            </>
          )}
        </Form>
      )}
    </section>
  );
}

/** The name of a delegation as the room calls it; an organisation by its own. */
export function nameOf({ delegations }: Pick<RoomState, "delegations">, key: string, language: "es" | "en"): string {
  return delegations.find(({ country }) => country === key)?.name[language] ?? countryName(key)[language];
}
