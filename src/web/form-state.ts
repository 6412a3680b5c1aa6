import { data } from "react-router";

/** Problems of a form by field: words of the slice, or keys of its messages. */
export type FormProblems = Readonly<Record<string, readonly string[]>>;

/** What an action answers when a form comes back to its writer: 400 with problems, or 409 with a refusal. */
export interface FormOutcome {
  readonly problems?: FormProblems;
  /** The word for why the act is not possible now: 'already-sent'. */
  readonly refusal?: string;
  /** What was typed, so that nobody types it twice; secrets and files are left out. */
  readonly typed: Readonly<Record<string, readonly string[]>>;
}

/** The issues of a failed check, as Zod tells them. */
interface Issues {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}

const secret = /password|code|token|secret/i;

/** What was typed in a form, without secrets and files. */
export function typedIn(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) if (typeof value === "string" && !secret.test(name)) (typed[name] ??= []).push(value);
  return typed;
}

/** Answers 400: the form comes back with its problems at the fields and everything that was typed. */
export function formProblems(failed: Issues | FormProblems, form: FormData) {
  return data<FormOutcome>({ problems: isIssues(failed) ? byField(failed) : failed, typed: typedIn(form) }, { status: 400 });
}

/** Answers 409: the form was right, but the act is not possible as things stand. */
export function formRefusal(refusal: string, form: FormData) {
  return data<FormOutcome>({ refusal, typed: typedIn(form) }, { status: 409 });
}

function isIssues(failed: Issues | FormProblems): failed is Issues {
  return Array.isArray(failed.issues) && failed.issues.every((each: unknown) => typeof each === "object");
}

function byField({ issues }: Issues): FormProblems {
  const problems: Record<string, string[]> = {};
  for (const { path, message } of issues) (problems[path.join(".")] ??= []).push(message);
  return problems;
}

/** What a field of a form needs to come back as it was left. */
export interface FieldState {
  readonly name: string;
  readonly value: string | undefined;
  readonly chosen: readonly string[] | undefined;
  readonly problem: string | undefined;
}

/** A form as it came back from its action, or untouched. */
export interface FormState {
  readonly field: (name: string, initial?: string | readonly string[]) => FieldState;
  readonly problems: readonly { readonly name: string; readonly text: string }[];
  readonly refusal: string | undefined;
  /** Longer texts of a refused form: the page may no longer have the field they were typed in. */
  readonly kept: readonly string[];
  /** The answer itself; the same object as long as no new one came. */
  readonly answer: FormOutcome | undefined;
}

/** From this length a text is worth keeping when its field is gone. Characters. */
const worthKeeping = 30;

/**
 * Reads an action's answer for the page: spread `form.field("year")` on a field, give `form` to `<ErrorSummary>`.
 *
 * `messages` turns the words of rules ('too-long', 'already-sent') into sentences; a word without message is shown as it is.
 */
export function formState(outcome: FormOutcome | undefined, messages: Readonly<Record<string, string>> = {}): FormState {
  const say = (word: string) => messages[word] ?? word;
  return {
    field: (name, initial) => {
      const typed = outcome?.typed[name];
      const given = initial === undefined ? undefined : typeof initial === "string" ? [initial] : initial;
      const chosen = outcome ? (typed ?? (given && !secret.test(name) ? [] : undefined)) : given;
      return { name, value: chosen?.[0], chosen, problem: outcome?.problems?.[name]?.map(say).join(" ") };
    },
    problems: Object.entries(outcome?.problems ?? {}).flatMap(([name, words]) =>
      words.map((word) => ({ name, text: say(word) })),
    ),
    refusal: outcome?.refusal === undefined ? undefined : say(outcome.refusal),
    // Ids and fingerprints of hidden fields have no space.
    kept: outcome?.refusal === undefined ? [] : Object.values(outcome.typed).flat().filter((text) => text.length >= worthKeeping && /\s/.test(text.trim())),
    answer: outcome,
  };
}
