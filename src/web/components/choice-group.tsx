import type { ReactNode } from "react";
import { FieldNotes, fieldId } from "./field.tsx";

/** One line of a group of choices; a forbidden one is shown with its reason as help. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
  readonly disabled?: boolean;
}

interface GroupProps {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly help?: ReactNode;
  readonly problem?: string | undefined;
  readonly chosen?: readonly string[] | undefined;
  readonly value?: unknown;
}

/** One choice of a few, all in sight. */
export function RadioGroup(props: GroupProps) {
  return <ChoiceGroup {...props} type="radio" />;
}

/** Any number of choices of a few. */
export function CheckboxGroup(props: GroupProps) {
  return <ChoiceGroup {...props} type="checkbox" />;
}

function ChoiceGroup({ name, label, choices, help, problem, chosen, type }: GroupProps & { type: "radio" | "checkbox" }) {
  const notes = [help === undefined ? "" : `${fieldId(name)}-help`, problem === undefined ? "" : `${fieldId(name)}-problem`];
  return (
    <fieldset
      className={`mt-6 ${problem === undefined ? "" : "border-l-4 border-bad pl-4"}`}
      aria-describedby={notes.filter(Boolean).join(" ") || undefined}
    >
      <legend className="font-semibold">{label}</legend>
      <FieldNotes name={name} help={help} problem={problem} />
      {choices.map((choice, place) => (
        <ChoiceLine
          key={choice.value}
          {...choice}
          name={name}
          type={type}
          isFirst={place === 0}
          isChosen={chosen?.includes(choice.value) ?? false}
        />
      ))}
    </fieldset>
  );
}

function ChoiceLine({
  name,
  value,
  label,
  help,
  disabled,
  type,
  isFirst,
  isChosen,
}: Choice & { name: string; type: "radio" | "checkbox"; isFirst: boolean; isChosen: boolean }) {
  return (
    <label className={`mt-2 flex gap-3 py-1 ${disabled === true ? "text-ink-soft" : "cursor-pointer"}`}>
      <input
        type={type}
        name={name}
        value={value}
        defaultChecked={isChosen}
        disabled={disabled}
        {...(isFirst ? { id: fieldId(name) } : {})}
        className="mt-[0.28em] size-[1.15em] shrink-0"
      />
      <span>
        {label}
        {help !== undefined && <span className="block text-small text-ink-soft">{help}</span>}
      </span>
    </label>
  );
}
