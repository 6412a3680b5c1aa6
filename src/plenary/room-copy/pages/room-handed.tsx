import { formatInstant } from "#basics";
import { Actions, Button, Disclosure, Field, FileField, type FormState, Notice, Section, Textarea, useLanguage, useWords } from "#web";
import { plenaryRoomCopyWords } from "#words";
import type { RoomCopy } from "../room-copy.ts";

/** The room has the session: its file and slips, its return, and, for a copy that is lost, its revocation. */
export function RoomHanded({ copy, self, form, base }: { copy: RoomCopy; self: string; form: FormState; base: string }) {
  const words = useWords(plenaryRoomCopyWords);
  const language = useLanguage();
  const { handed } = words;
  const since = copy.handedAt === null ? "" : formatInstant(copy.handedAt, language);
  return (
    <>
      <Notice tone="caution" title={words.away(copy.meeting, since)}>
        {handed.by(copy.preparedByName, copy.handedByName ?? "", since)}
      </Notice>
      <Section title={handed.receive}>
        <p className="measure">{handed.receiveLead}</p>
        <form method="post" encType="multipart/form-data" noValidate>
          <input type="hidden" name="copy" value={copy.id} />
          <FileField {...form.field("file")} label={handed.receiveFile} accept=".corett" />
          <Field {...form.field("secretKey")} label={words.key.label} help={words.key.help} autoComplete="off" spellCheck={false} />
          <Actions>
            <Button name="act" value="receive">
              {handed.receiveAction}
            </Button>
          </Actions>
        </form>
      </Section>
      <KeyForm to={`${base}/file`} copy={copy.id} name="secretKeyFile" title={handed.file} lead={handed.fileLead} />
      <KeyForm to={`${base}/slips`} copy={copy.id} name="secretKeySlips" title={handed.slips} lead={handed.slipsLead} />
      <Disclosure summary={handed.revoke}>
        <RevokePart copy={copy} self={self} form={form} />
      </Disclosure>
    </>
  );
}

/** A file that is made with the key: it is asked for each time, since it is kept nowhere. */
function KeyForm({ to, copy, name, title, lead }: { to: string; copy: string; name: string; title: string; lead: string }) {
  const words = useWords(plenaryRoomCopyWords).key;
  return (
    <Section title={title}>
      <p className="measure">{lead}</p>
      <form method="post" action={to} noValidate>
        <input type="hidden" name="copy" value={copy} />
        <Field name={name} label={words.label} help={words.help} autoComplete="off" spellCheck={false} />
        <Actions>
          <Button kind="quiet">{title}</Button>
        </Actions>
      </form>
    </Section>
  );
}

function RevokePart({ copy, self, form }: { copy: RoomCopy; self: string; form: FormState }) {
  const words = useWords(plenaryRoomCopyWords).handed;
  const asked = copy.revocationReason !== null;
  return (
    <form method="post" noValidate className="pb-6">
      <input type="hidden" name="copy" value={copy.id} />
      <p className="measure">{words.revokeLead}</p>
      {asked ? (
        <>
          <p className="measure mt-3 font-semibold">{words.askedBy(copy.revocationAskedByName ?? "", copy.revocationReason ?? "")}</p>
          <Actions>
            <Button kind="danger" name="act" value="revoke" disabled={copy.revocationAskedBy === self}>
              {words.confirmRevoke}
            </Button>
            {copy.revocationAskedBy === self && <span className="text-ink-soft">{words.waitsOther}</span>}
          </Actions>
        </>
      ) : (
        <>
          <Textarea {...form.field("reason")} label={words.reason} help={words.reasonHelp} />
          <Actions>
            <Button kind="danger" name="act" value="ask-revoke">
              {words.askRevoke}
            </Button>
          </Actions>
        </>
      )}
    </form>
  );
}
