import { Form } from "react-router";
import { Actions, Button, CheckboxGroup, type FieldState, Notice, Section, useWords } from "#web";
import { releaseWords } from "#words";
import type { ApprovalLine, RiskLine } from "./release-checklist.tsx";

/** The last step: the reasons why it is not possible yet, or the confirmation and the button. */
export function PublishPart({
  year,
  candidate,
  isBuilding,
  confirm,
}: {
  year: string;
  candidate: {
    readonly version: number;
    readonly manifestSha256: string;
    readonly isStale: boolean;
    readonly approvals: readonly ApprovalLine[];
    readonly risks: readonly RiskLine[];
  };
  isBuilding: boolean;
  confirm: FieldState;
}) {
  const words = useWords(releaseWords).publish;
  const countries = candidate.approvals.filter(({ done }) => !done).map(({ name }) => name);
  const risks = candidate.risks.filter(({ done }) => !done).length;
  const reasons = [
    ...(isBuilding ? [words.reasons.building] : candidate.isStale ? [words.reasons.stale] : []),
    ...(countries.length > 0 ? [words.reasons.countries(countries.join(", "))] : []),
    ...(risks > 0 ? [words.reasons.risks(risks)] : []),
  ];
  const isClosed = reasons.length > 0;
  return (
    <Section id="publish" title={words.title} lead={words.lead}>
      {isClosed ? (
        <Notice tone="caution" title={words.reasonsTitle}>
          <ul className="list-disc pl-5">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="good" title={words.ready} />
      )}
      <Form method="post">
        <input type="hidden" name="act" value="publish" />
        <input type="hidden" name="manifest" value={candidate.manifestSha256} />
        {!isClosed && <CheckboxGroup {...confirm} label={words.confirmLabel} choices={[{ value: "yes", label: words.confirm(year, String(candidate.version)) }]} />}
        <Actions>
          <Button disabled={isClosed}>{words.submit}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
