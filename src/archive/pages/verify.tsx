import { Form, data } from "react-router";
import { read } from "#database";
import { lookUp } from "#identity";
import { Actions, Button, ErrorSummary, Field, Notice, PageHeading, Section, databaseContext, formState, useWords } from "#web";
import { archiveWords } from "#words";
import { readSought } from "../code.ts";
import { verify } from "../verification.store.ts";
import type { Route } from "./+types/verify.ts";
import { VerifyResult } from "./verify-result.tsx";

/** Looks a code or a fingerprint up, as any visitor: the answer is the same for everyone. Who looks up too much in vain waits. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const typed = (new URL(request.url).searchParams.get("code") ?? "").trim().slice(0, 300);
  const nothing = { typed, kind: undefined, found: undefined, problem: false, wait: undefined };
  if (typed === "") return data(nothing, { status: 200 });
  const sought = readSought(typed);
  if (!sought) return data({ ...nothing, problem: true }, { status: 400 });
  const database = context.get(databaseContext);
  const now = new Date();
  const answer = await lookUp(database, request, () => read(database, { kind: "public" }, (tx) => verify(tx, sought)), now);
  if (answer.kind === "wait") {
    const seconds = Math.max(1, Math.ceil((answer.until.getTime() - now.getTime()) / 1000));
    return data({ ...nothing, wait: Math.ceil(seconds / 60) }, { status: 429, headers: { "Retry-After": String(seconds) } });
  }
  return data({ ...nothing, kind: "code" in sought ? ("code" as const) : ("hash" as const), found: answer.found }, { status: 200 });
}

/** What somebody verifies is nobody else's business. */
export function headers({ loaderHeaders }: Route.HeadersArgs) {
  const wait = loaderHeaders.get("Retry-After");
  return { "Cache-Control": "no-store", ...(wait === null ? {} : { "Retry-After": wait }) };
}

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
export default function Verify({ loaderData: { typed, kind, found, problem, wait } }: Route.ComponentProps) {
  const words = useWords(archiveWords).verify;
  const form = formState(
    typed === "" ? undefined : { typed: { code: [typed] }, ...(problem ? { problems: { code: ["malformed"] } } : {}) },
    { malformed: words.malformed },
  );
  return (
    <>
      <PageHeading title={words.title} tab={words.tab} lead={words.lead} />
      <ErrorSummary form={form} />
      {wait !== undefined && (
        <Notice tone="caution" title={words.waitTitle}>
          {words.wait(wait)}
        </Notice>
      )}
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
