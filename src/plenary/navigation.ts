import type { NavigationItem } from "#web";
import { navigation as agreement } from "./agreement/navigation.ts";
import { navigation as election } from "./election/navigation.ts";
import { navigation as meeting } from "./meeting/navigation.ts";
import { navigation as session } from "./session/navigation.ts";
import { navigation as vote } from "./vote/navigation.ts";

/** The lines of the plenary in the navigation of the workspace, in the order of print. */
export const navigation: NavigationItem[] = [...meeting, ...agreement, ...session, ...election, ...vote];
