import type { NavigationItem } from "#web";
import { navigation as accountability } from "./accountability/navigation.ts";
import { navigation as plan } from "./plan/navigation.ts";
import { navigation as progress } from "./progress/navigation.ts";

/** The lines of the plans in the navigation of the workspace, in the order of print. */
export const navigation: NavigationItem[] = [...plan, ...progress, ...accountability];
