import { Form, data } from "react-router";
import { read } from "#database";
import { Actions, Button, ErrorSummary, Field, Notice, PageHeading, Section, databaseContext, formState, useWords } from "#web";
import { archiveWords } from "#words";
import { readSought } from "../code.ts";
import { verify } from "../verification.store.ts";
import type { Route } from "./+types/verify.ts";
import { VerifyResult } from "./verify-result.tsx";

/** Looks a code or a fingerprint up, as any visitor: the answer is the same for everyone. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const typed = (new URL(request.url).searchParams.get("code") ?? "").trim().slice(0, 300);
  if (typed === "") return data({ typed, kind: undefined, found: undefined, problem: false }, { status: 200 });
  const sought = readSought(typed);
  if (!sought) return data({ typed, kind: undefined, found: undefined, problem: true }, { status: 400 });
  const found = await read(context.get(databaseContext), { kind: "public" }, (tx) => verify(tx, sought));
  return data({ typed, kind: "code" in sought ? ("code" as const) : ("hash" as const), found, problem: false }, { status: 200 });
}

/** What somebody verifies is nobody else's business. */
export const headers = () => ({ "Cache-Control": "no-store" });

export function meta({ params }: Route.MetaArgs) {
  return [{ name: "description", content: archiveWords[params.lang === "en" ? "en" : "es"].verify.lead }];
}

/** Orders that compute a fingerprint, in the order of the words that explain them. */
const orders = [
  (file: string) => `certutil -hashfile ${file} SHA256`,
  (file: string) => `shasum -a 256 ${file}`,
  (file: string) => `sha256sum ${file}`,
];

/** Tells whoever holds a document whether it is authentic. */
export default function Verify({ loaderData: { typed, kind, found, problem } }: Route.ComponentProps) {
  const words = useWords(archiveWords).verify;
  const form = formState(
    typed === "" ? undefined : { typed: { code: [typed] }, ...(problem ? { problems: { code: ["malformed"] } } : {}) },
    { malformed: words.malformed },
  );
  return (
    <>
      <PageHeading title={words.title} tab={words.tab} lead={words.lead} />
      <ErrorSummary form={form} />
      {found?.length === 0 && (
        <Notice tone="bad" title={words.unknownTitle}>
          {kind === "code" ? words.unknownCode : words.unknownHash}
        </Notice>
      )}
      {kind && found?.map((each) => <VerifyResult key={`${each.number} ${each.version}`} kind={kind} document={each} />)}
      <Form method="get">
        <Field {...form.field("code")} label={words.field} help={words.help} maxLength={300} autoComplete="off" spellCheck={false} autoCapitalize="off" />
        <Actions>
          <Button>{words.submit}</Button>
        </Actions>
      </Form>
      <Section title={words.howTitle} lead={words.howLead}>
        <dl className="max-w-[46rem]">
          {words.how.map(([name, text], place) => (
            <div key={name} className="border-t border-line py-4">
              <dt className="font-semibold">{name}</dt>
              <dd className="mt-1 text-ink-soft">
                {text}
                <code className="mt-2 block bg-sunken px-3 py-2 text-small break-all text-ink">{orders[place]?.(words.exampleFile)}</code>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}
