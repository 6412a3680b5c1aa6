import { formatInstant } from "#basics";
import { Actions, Button, Notice, Section, useLanguage, useWords } from "#web";
import { plenaryRoomCopyWords } from "#words";
import type { RoomCopy } from "../room-copy.ts";

/** Nothing is away: preparing a copy, and what it means. */
export function RoomPrepare({ id, isSecretariat, mayBeHanded }: { id: string; isSecretariat: boolean; mayBeHanded: boolean }) {
  const words = useWords(plenaryRoomCopyWords);
  const why = mayBeHanded ? (isSecretariat ? undefined : words.prepare.onlySecretariat) : words.prepare.wrongState;
  return (
    <>
      <Notice title={words.none}>{words.noneDetail}</Notice>
      <Section title={words.prepare.title}>
        <p className="measure">{words.prepare.lead}</p>
        <p className="measure mt-2">{words.prepare.distance}</p>
        <form method="post">
          <input type="hidden" name="copy" value={id} />
          <Actions>
            <Button name="act" value="prepare" disabled={why !== undefined}>
              {words.prepare.action}
            </Button>
            {why !== undefined && <span className="text-ink-soft">{why}</span>}
          </Actions>
        </form>
      </Section>
    </>
  );
}

/** A copy that was prepared: the presidency hands the session over, or whoever leads gives it up. */
export function RoomPrepared({ copy, isPresidency }: { copy: RoomCopy; isPresidency: boolean }) {
  const words = useWords(plenaryRoomCopyWords).prepared;
  const language = useLanguage();
  return (
    <Section title={words.title}>
      <p className="measure">{words.by(copy.preparedByName, formatInstant(copy.preparedAt, language))}</p>
      <p className="measure mt-2">{isPresidency ? words.handLead : words.waits}</p>
      <form method="post">
        <input type="hidden" name="copy" value={copy.id} />
        <Actions>
          {isPresidency && (
            <Button name="act" value="hand">
              {words.hand}
            </Button>
          )}
          <Button kind="quiet" name="act" value="withdraw">
            {words.withdraw}
          </Button>
        </Actions>
      </form>
    </Section>
  );
}
