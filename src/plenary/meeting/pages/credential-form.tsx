import { Form } from "react-router";
import { Button, useWords } from "#web";
import { plenaryMeetingDelegationWords } from "#words";

/** The secretariat's check of one person: in order, or back with a note. */
export function CredentialForm({ person, name }: { person: string; name: string }) {
  const words = useWords(plenaryMeetingDelegationWords).own;
  return (
    <Form method="post" className="mt-2 flex flex-wrap items-center gap-2">
      <input type="hidden" name="person" value={person} />
      <Button kind="quiet" name="act" value="check" aria-label={words.checkLabel(name)}>
        {words.check}
      </Button>
      <input
        name="note"
        aria-label={words.noteFor(name)}
        placeholder={words.note2}
        maxLength={500}
        className="min-h-[2.6rem] w-full max-w-[18rem] rounded-small border border-ink-soft bg-surface px-3 text-ink placeholder:text-ink-soft"
      />
      <Button kind="quiet" name="act" value="return">
        {words.returnIt}
      </Button>
    </Form>
  );
}
