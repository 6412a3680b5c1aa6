import type { ReactNode } from "react";
import { Breadcrumbs, PageHeading, TabLinks, useLanguage, useWords } from "#web";
import { planningMatrixWords, planningPlanWords } from "#words";
import { type PlanHead, planPath } from "./plan-view.ts";

/** Parts of a plan that have a page of their own. */
export type PlanTab = "tree" | "sums" | "schedule" | "versions" | "edit";

/** The heading of a plan's page with the way to it and to its sisters. */
export function PlanHeading({ plan, tab, title, lead, isKeeper }: { plan: PlanHead; tab: PlanTab; title?: string; lead?: ReactNode; isKeeper: boolean }) {
  const words = useWords(planningPlanWords);
  const language = useLanguage();
  const places = { tree: "", sums: "/sums", schedule: "/schedule", versions: "/versions", edit: "/edit" } as const satisfies Record<PlanTab, string>;
  const shown = (["tree", "sums", "schedule", "versions", "edit"] as const).filter((each) =>
    // Of a plan of which every draft was discarded there is nothing to see but that.
    plan.isAbandoned ? each === "versions" : each !== "edit" || (isKeeper && plan.hasDraft),
  );
  const matrix = { to: planPath(language, plan.id, "/matrix"), label: useWords(planningMatrixWords).tab, isCurrent: false };
  const top = { label: words.title, to: `/${language}/workspace/plans` };
  return (
    <>
      <PageHeading
        title={title ?? plan.title}
        lead={lead ?? `${words.kinds[plan.kind]} · ${plan.period}`}
        above={<Breadcrumbs way={tab === "tree" ? [top, { label: plan.title }] : [top, { label: plan.title, to: planPath(language, plan.id) }, { label: words.tabs[tab] }]} />}
      />
      <TabLinks label={words.tabs.label} tabs={[...shown.map((each) => ({ to: planPath(language, plan.id, places[each]), label: words.tabs[each], isCurrent: each === tab })), ...(plan.isAbandoned ? [] : [matrix])]} />
    </>
  );
}
