import { useRef, useState, useSyncExternalStore } from "react";
import { Button, Notice } from "#web";

/** What the device is asked: to create a passkey or to show one. */
export type PasskeyRequest =
  | { readonly create: Parameters<typeof PublicKeyCredential.parseCreationOptionsFromJSON>[0] }
  | { readonly show: Parameters<typeof PublicKeyCredential.parseRequestOptionsFromJSON>[0] };

/** Asks the device for a passkey and sends the form with its answer. Without script it says what works instead. */
export function PasskeyButton({
  request,
  label,
  needsScript,
  failed,
}: {
  request: PasskeyRequest;
  label: string;
  needsScript: string;
  failed: string;
}) {
  const answer = useRef<HTMLInputElement>(null);
  const isPossible = useSyncExternalStore(never, canAsk, () => false);
  const [hasFailed, setFailed] = useState(false);

  const askDevice = async () => {
    try {
      const credential = await credentialFor(request);
      if (!credential || !answer.current) return setFailed(true);
      answer.current.value = JSON.stringify(credential.toJSON());
      answer.current.form?.submit();
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <input ref={answer} type="hidden" name="passkey" />
      <Button type="button" kind="quiet" disabled={!isPossible} onClick={() => void askDevice()}>
        {label}
      </Button>
      {!isPossible && <p className="measure mt-2 text-small text-ink-soft">{needsScript}</p>}
      {hasFailed && <Notice tone="bad" title={failed} />}
    </>
  );
}

/** A passkey belongs to a name: at an address of numbers there is none. */
const canAsk = () => typeof PublicKeyCredential !== "undefined" && !/^[\d.]+$/.test(window.location.hostname);
const never = () => () => undefined;

async function credentialFor(request: PasskeyRequest): Promise<PublicKeyCredential | undefined> {
  const credential =
    "create" in request
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(request.create) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(request.show) });
  return credential instanceof PublicKeyCredential ? credential : undefined;
}
