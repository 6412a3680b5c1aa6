import { StateTag, type Tone, useWords } from "#web";
import { plenaryMeetingDelegationWords } from "#words";
import type { credentialState } from "../accreditation.ts";

type CredentialState = ReturnType<typeof credentialState>;
const tones = { checked: "good", returned: "bad", unchecked: "caution", withdrawn: "neutral" } as const satisfies Record<CredentialState, Tone>;

/** How credentials stand, with the note with which they were sent back. */
export function CredentialTag({ state, note = "" }: { state: CredentialState; note?: string }) {
  const words = useWords(plenaryMeetingDelegationWords);
  return (
    <>
      <StateTag tone={tones[state]}>{words.credentials[state]}</StateTag>
      {state === "returned" && note !== "" && <span className="measure block text-small">{words.own.returned(note)}</span>}
    </>
  );
}
