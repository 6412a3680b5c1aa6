import { Form, Link, data, redirect } from "react-router";
import { formatInstant } from "#basics";
import { read, write } from "#database";
import {
  Actions,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  FileField,
  Notice,
  Section,
  StateTag,
  formProblems,
  formRefusal,
  formState,
  useLanguage,
  useWords,
} from "#web";
import { intakeWords } from "#words";
import { capability } from "../act.ts";
import { checkUpload } from "../intake-run.ts";
import { refusalText } from "../refusal.ts";
import { storeUpload, uploadsOf } from "../upload.store.ts";
import { requestIntake } from "../jobs.ts";
import { fileSize } from "./file-size.ts";
import { submissionAddress } from "./submission-address.ts";
import { askedSubmission, enterers } from "./submission-asked.ts";
import { TemplateChoice } from "./template-choice.tsx";
import { isSmall } from "./upload-small.ts";
import { uploadTag } from "./upload-tag.ts";
import type { Route } from "./+types/submission-file.ts";

/** After a refusal the page shows how things stand now. */
export { revalidateAfterRefusal as shouldRevalidate } from "#web";

/** The files of a submission; they are their country's alone. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, of, submission, language } = await askedSubmission(args, enterers);
  const allowed = capability(actor, "enter", submission);
  const uploads = await read(database, actor, (tx) => uploadsOf(tx, of));
  return {
    of,
    closed: allowed === "allowed" ? undefined : refusalText(allowed)[language],
    uploads: uploads.map(({ id, name, size, state, report, uploadedByName, uploadedAt }) => ({
      id,
      name,
      size,
      uploadedByName,
      uploadedAt,
      tag: uploadTag(state, report?.outcome),
    })),
  };
}

/** Keeps the file as it came and checks it: a small one at once, a large one as work that goes on without the page. */
export async function action(args: Route.ActionArgs) {
  const { database, actor, of, language } = await askedSubmission(args, enterers);
  const form = await args.request.formData();
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0)
    return formProblems({ file: [file instanceof File && file.name !== "" ? "fileEmpty" : "fileMissing"] }, form);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kept = await write(database, actor, async (tx) => {
    const stored = await storeUpload(tx, actor, of, { name: file.name, bytes });
    if ("upload" in stored && !isSmall(bytes.byteLength)) await requestIntake(tx, actor, stored.upload, "intake-check");
    return stored;
  });
  if ("refusal" in kept) {
    if (kept.refusal === "not-yours") throw data(null, { status: 403 });
    if (kept.refusal === "empty-file") return formProblems({ file: ["fileEmpty"] }, form);
    return formRefusal(refusalText(kept.refusal)[language], form);
  }
  if (isSmall(bytes.byteLength)) await checkUpload(database, actor, kept.upload);
  return redirect(submissionAddress(language, of, `file/${kept.upload}`), 303);
}

/** Templates down, files up, and what became of each. */
export default function SubmissionFile({ loaderData, actionData }: Route.ComponentProps) {
  const { of, closed, uploads } = loaderData;
  const words = useWords(intakeWords);
  const language = useLanguage();
  const root = submissionAddress(language, of);
  const form = formState(actionData, { fileMissing: words.fileMissing, fileEmpty: words.fileEmpty });
  return (
    <>
      <ErrorSummary form={form} />
      <Section title={words.templateTitle} lead={words.templateLead}>
        <TemplateChoice root={root} />
      </Section>
      <Section title={words.uploadTitle} lead={words.uploadLead}>
        {closed !== undefined ? (
          <Notice tone="info">{closed}</Notice>
        ) : (
          <Form method="post" encType="multipart/form-data" reloadDocument>
            <p className="measure border-l-4 border-light pl-4">{words.identityWarning}</p>
            <FileField
              name="file"
              label={words.file}
              help={words.fileHelp}
              problem={form.field("file").problem}
              accept=".xlsx,.csv,.txt"
            />
            <Actions>
              <Button>{words.upload}</Button>
            </Actions>
          </Form>
        )}
      </Section>
      <Section title={words.earlier}>
        {uploads.length === 0 ? (
          <EmptyState title={words.none}>{words.noneDetail}</EmptyState>
        ) : (
          <DataTable
            caption={words.earlier}
            hideCaption
            rows={uploads}
            rowKey={(upload) => upload.id}
            columns={[
              {
                id: "name",
                head: words.columns.name,
                kind: "row-head",
                cell: (upload) => (
                  <Link to={`${root}/file/${upload.id}`} className="link wrap-anywhere">
                    {upload.name}
                  </Link>
                ),
              },
              {
                id: "state",
                head: words.columns.state,
                cell: (upload) => <StateTag tone={upload.tag.tone}>{words.states[upload.tag.word]}</StateTag>,
              },
              { id: "by", head: words.columns.by, cell: (upload) => upload.uploadedByName },
              { id: "at", head: words.columns.at, cell: (upload) => formatInstant(upload.uploadedAt, language) },
              { id: "size", head: words.columns.size, kind: "number", cell: (upload) => fileSize(upload.size, language) },
            ]}
          />
        )}
      </Section>
    </>
  );
}
