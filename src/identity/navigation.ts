import { offices } from "#basics";
import type { NavigationItem } from "#web";
import { officesFor } from "./may.ts";

/** The lines of this room in the navigation of the workspace. */
export const navigation: NavigationItem[] = [
  {
    href: "/workspace/people",
    label: { es: "Personas y cargos", en: "People and offices" },
    offices: officesFor("people.read"),
  },
  { href: "/workspace/audit", label: { es: "Registro de auditoría", en: "Audit record" }, offices: officesFor("audit.read") },
  { href: "/workspace/account", label: { es: "Mi cuenta", en: "My account" }, offices },
];
