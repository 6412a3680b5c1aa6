import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { shellWords } from "#words";
import type { FieldState } from "../form-state.ts";
import { useWords } from "../language.ts";

/** What every field has around it: a label above, help below it, and its problem in words. Spread `form.field(name)` on it. */
interface Framed extends Omit<FieldState, "chosen" | "value"> {
  readonly label: string;
  readonly help?: ReactNode;
  readonly optional?: boolean;
}

const control =
  "block w-full rounded-small border bg-surface px-3 py-2 min-h-[2.75rem] text-ink placeholder:text-ink-soft " +
  "disabled:bg-sunken disabled:text-ink-soft";
const widths = { short: "max-w-[9rem]", medium: "max-w-[18rem]", full: "max-w-[34rem]" } as const;

/** The id of a field, so that the summary of problems can point at it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** Ids of help and problem for `aria-describedby`; nothing where there is neither. */
export function describedBy({ name, help, problem }: Pick<Framed, "name" | "help" | "problem">): string | undefined {
  const ids = [help === undefined ? "" : `${fieldId(name)}-help`, problem === undefined ? "" : `${fieldId(name)}-problem`];
  return ids.filter(Boolean).join(" ") || undefined;
}

/** Label, help and problem around any control; a slice's own control can stand in it. */
export function FieldFrame({ children, ...framed }: Framed & { children: ReactNode }) {
  const { name, label, help, problem, optional } = framed;
  const words = useWords(shellWords).form;
  return (
    <div className={`mt-6 ${problem === undefined ? "" : "border-l-4 border-bad pl-4"}`}>
      <label htmlFor={fieldId(name)} className="block font-semibold">
        {label}
        {optional === true && <span className="font-normal text-ink-soft"> ({words.optional})</span>}
      </label>
      <FieldNotes name={name} help={help} problem={problem} />
      <div className="mt-1.5">{children}</div>
    </div>
  );
}

/** Help and problem of a field, with the ids that its control points at. */
export function FieldNotes({ name, help, problem }: { name: string; help?: ReactNode; problem: string | undefined }) {
  return (
    <>
      {help !== undefined && (
        <div id={`${fieldId(name)}-help`} className="measure text-small text-ink-soft">
          {help}
        </div>
      )}
      {problem !== undefined && (
        <p id={`${fieldId(name)}-problem`} className="measure font-semibold text-bad">
          {problem}
        </p>
      )}
    </>
  );
}

type InputProps = Omit<Framed, "problem"> & { problem?: string | undefined; value?: string | undefined; chosen?: unknown } & {
  width?: keyof typeof widths;
};

/** One line of text, a number, a date or a password. */
export function Field({
  label,
  help,
  problem,
  optional,
  name,
  value,
  chosen,
  width = "full",
  ...input
}: InputProps & Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "name" | "width">) {
  const framed = { name, label, help, problem, ...(optional === undefined ? {} : { optional }) };
  return (
    <FieldFrame {...framed}>
      <input
        id={fieldId(name)}
        name={name}
        defaultValue={value}
        required={false}
        aria-required={optional !== true}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={describedBy(framed)}
        className={`${control} ${widths[width]} ${input.inputMode === "numeric" ? "figures" : ""} ${problem === undefined ? "border-ink-soft" : "border-2 border-bad"}`}
        {...input}
      />
    </FieldFrame>
  );
}

/**
 * The starting text of a `<textarea>` so that words typed before the script arrives stay. React 19 puts the starting text
 * back when it takes over the page, wherever the element holds that very string; it never equals a list, and a list of
 * one is written like the string (react-dom 19.3, `initTextarea`).
 */
function startingText(value: string | undefined): readonly string[] | undefined {
  return value === undefined || value === "" ? undefined : [value];
}

/** Several lines of text. */
export function Textarea({
  label,
  help,
  problem,
  optional,
  name,
  value,
  chosen,
  width = "full",
  rows = 4,
  ...area
}: InputProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "value" | "name">) {
  const framed = { name, label, help, problem, ...(optional === undefined ? {} : { optional }) };
  return (
    <FieldFrame {...framed}>
      <textarea
        id={fieldId(name)}
        name={name}
        defaultValue={startingText(value)}
        rows={rows}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={describedBy(framed)}
        className={`${control} ${widths[width]} ${problem === undefined ? "border-ink-soft" : "border-2 border-bad"}`}
        {...area}
      />
    </FieldFrame>
  );
}

/** One choice of many; the first line asks to choose, unless a value is already set. */
export function Select({
  label,
  help,
  problem,
  optional,
  name,
  value,
  chosen,
  width = "medium",
  options,
  ...select
}: InputProps & {
  options: readonly { value: string; label: string }[];
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, "value" | "name">) {
  const words = useWords(shellWords).form;
  const framed = { name, label, help, problem, ...(optional === undefined ? {} : { optional }) };
  return (
    <FieldFrame {...framed}>
      <select
        id={fieldId(name)}
        name={name}
        defaultValue={value ?? ""}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={describedBy(framed)}
        className={`${control} ${widths[width]} ${problem === undefined ? "border-ink-soft" : "border-2 border-bad"}`}
        {...select}
      >
        <option value="">{words.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
