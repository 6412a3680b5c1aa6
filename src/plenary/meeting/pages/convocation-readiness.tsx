import { Form } from "react-router";
import { Actions, Button, DataTable, type FormState, Notice, Section, StateTag, Textarea, type Tone, useWords } from "#web";
import { plenaryMeetingConvocationWords } from "#words";
import type { CheckLine, CheckResult } from "../checklist.ts";

const tones = { done: "good", warns: "caution", blocks: "bad", "needs-reason": "caution" } as const satisfies Record<CheckResult, Tone>;

/** What must be ready before a meeting is convened, in words and figures already written for their reader. */
export interface ReadinessLines {
  readonly checks: readonly CheckLine[];
  readonly days: string;
  readonly required: string;
  readonly source: string;
  readonly unreachable: string;
  readonly people: string;
  readonly delegations: string;
}

/** The checklist, and the act of convening when nothing blocks it. */
export function ConvocationReadiness({ readiness, form }: { readiness: ReadinessLines; form: FormState }) {
  const words = useWords(plenaryMeetingConvocationWords);
  const { checks, days, required, source, unreachable, people, delegations } = readiness;
  const blocks = checks.some(({ result }) => result === "blocks");
  const needsReason = checks.some(({ result }) => result === "needs-reason");
  const detailOf = ({ check, result }: CheckLine): string => {
    if (check === "notice") return words.details.notice(days, required);
    if (result === "done") return "";
    return check === "people" ? words.details.people(unreachable) : words.details[check];
  };
  return (
    <Section title={words.readyTitle} lead={words.readyLead}>
      <DataTable
        caption={words.caption}
        hideCaption
        rows={checks}
        rowKey={({ check }) => check}
        columns={[
          { id: "check", head: words.columns.check, kind: "row-head", cell: ({ check }) => words.checks[check] },
          { id: "result", head: words.columns.result, cell: ({ result }) => <StateTag tone={tones[result]}>{words.results[result]}</StateTag> },
          { id: "detail", head: words.columns.detail, cell: (line) => detailOf(line) },
        ]}
      />
      <p className="mt-3 text-small text-ink-soft">{words.source(source)}</p>
      <p className="mt-5">{words.summary(people, delegations)}</p>
      {blocks && <Notice tone="caution">{words.blocked}</Notice>}
      <Form method="post">
        {needsReason && <Textarea {...form.field("reason")} label={words.reason} help={words.reasonHelp} rows={3} />}
        <Actions>
          <Button name="act" value="convene" disabled={blocks}>
            {words.submit}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
}
