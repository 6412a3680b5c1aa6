import type { GroupRisk } from "../disclosure/index.ts";
import type { ReleaseData } from "./release-data.ts";
import { REGION } from "./release-data.ts";
import { pageDigest } from "./page-digest.ts";

/** One point before publishing: an error blocks; a sign-off needs somebody's word by name. */
export type ChecklistPoint =
  | { readonly kind: "approval"; readonly country: string; readonly done: { readonly author: string; readonly at: Date } | undefined }
  | { readonly kind: "group"; readonly item: string; readonly risk: GroupRisk; readonly done: { readonly author: string; readonly body: string } | undefined }
  | { readonly kind: "stale"; readonly done: undefined };

/** What the checklist looks at. */
export interface ChecklistMatter {
  readonly candidate: ReleaseData;
  readonly groupRisks: readonly GroupRisk[];
  /** True when figures were accepted or changed after the candidate was built. */
  readonly stale: boolean;
  readonly approvals: readonly { readonly country: string; readonly page_sha256: string; readonly author: string; readonly at: Date }[];
  readonly signoffs: readonly { readonly item: string; readonly author: string; readonly body: string }[];
}

/** The name under which a group risk is signed off: other counts are another risk. */
export function riskItem(risk: GroupRisk): string {
  return `${risk.total} ${risk.part} ${risk.count}/${risk.of}`;
}

/** Everything that stands between a candidate and its publication. Publishing asks for every point to be done. */
export function checklist(matter: ChecklistMatter): ChecklistPoint[] {
  const { candidate } = matter;
  const approvals = candidate.areas
    .filter((area) => area.code !== REGION)
    .map((area): ChecklistPoint => {
      const digest = pageDigest(candidate, area.code);
      const done = matter.approvals.find((each) => each.country === area.code && each.page_sha256 === digest);
      return { kind: "approval", country: area.code, done: done && { author: done.author, at: done.at } };
    });
  const groups = matter.groupRisks.map((risk): ChecklistPoint => {
    const item = riskItem(risk);
    const done = matter.signoffs.find((each) => each.item === item);
    return { kind: "group", item, risk, done: done && { author: done.author, body: done.body } };
  });
  return [...(matter.stale ? [{ kind: "stale", done: undefined } as const] : []), ...approvals, ...groups];
}
