import type { Office } from "#basics";
import { TabLinks, useLanguage, useWords } from "#web";
import { coalitionContactWords, coalitionDelegationWords, coalitionRegisterWords } from "#words";
import { delegationOffices, directoryOffices } from "../navigation.ts";

/** The three sister pages of the coalition; an office finds those that it may open. */
export function CoalitionTabs({ office, current }: { office: Office; current: "register" | "delegations" | "contacts" }) {
  const { title: label, registerTab } = useWords(coalitionRegisterWords);
  const { title: delegations } = useWords(coalitionDelegationWords);
  const { title: contacts } = useWords(coalitionContactWords);
  const here = `/${useLanguage()}/workspace/coalition`;
  const tabs = [
    { to: here, label: registerTab, isCurrent: current === "register" },
    ...(delegationOffices.includes(office)
      ? [{ to: `${here}/delegations`, label: delegations, isCurrent: current === "delegations" }]
      : []),
    ...(directoryOffices.includes(office)
      ? [{ to: `${here}/contacts`, label: contacts, isCurrent: current === "contacts" }]
      : []),
  ];
  return <TabLinks label={label} tabs={tabs} />;
}
