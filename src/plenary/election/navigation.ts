import type { NavigationItem } from "#web";
import { plenaryHandoverWords } from "#words";

/** The line of this room in the navigation of the workspace; the election itself is a page of its meeting. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/handover",
    label: { es: plenaryHandoverWords.es.navigation, en: plenaryHandoverWords.en.navigation },
    offices: ["secretariat", "presidency", "delegate-titular", "delegate-alternate"],
  },
];
