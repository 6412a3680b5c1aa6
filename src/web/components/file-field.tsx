import { type ReactNode, useState } from "react";
import { shellWords } from "#words";
import { useWords } from "../language.ts";
import { FieldFrame, describedBy, fieldId } from "./field.tsx";

/**
 * A place for a file. Without script it is the browser's own control; with script the chosen file's name is shown large.
 *
 * The whole zone is the control, so a file can be dropped on it either way. The form needs `encType="multipart/form-data"`.
 */
export function FileField({
  name,
  label,
  help,
  problem,
  accept,
}: {
  name: string;
  label: string;
  help?: ReactNode;
  problem?: string | undefined;
  accept?: string;
}) {
  const words = useWords(shellWords).form;
  const [chosen, setChosen] = useState<string>();
  return (
    <FieldFrame name={name} label={label} help={help} problem={problem}>
      <div className="relative max-w-[34rem] rounded-small border border-dashed border-ink-soft bg-surface hover:border-work focus-within:border-work">
        <p className="px-5 pt-6 font-semibold" aria-live="polite">
          {chosen === undefined ? words.chooseFile : words.chosenFile(chosen)}
        </p>
        <input
          id={fieldId(name)}
          name={name}
          type="file"
          accept={accept}
          onChange={(event) => setChosen(event.currentTarget.files?.[0]?.name)}
          aria-invalid={problem === undefined ? undefined : true}
          aria-describedby={describedBy({ name, help, problem })}
          className="block w-full cursor-pointer px-5 pt-2 pb-6 text-small text-ink-soft file:mr-3 file:cursor-pointer file:rounded-small file:border file:border-line file:bg-paper file:px-3 file:py-1.5 file:font-semibold file:text-work"
        />
      </div>
    </FieldFrame>
  );
}
