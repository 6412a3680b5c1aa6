import type { NavigationItem } from "#web";

/** The lines of this room in the navigation of the workspace. */
export const navigation: NavigationItem[] = [];
