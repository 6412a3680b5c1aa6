import { type Actor, type Language, type Office, type Text } from "#basics";
import type { Database } from "#database";
import { createContext, RouterContextProvider } from "react-router";

/** The database handle for `read(database, actor, …)` in loaders and `write(database, actor, …)` in actions. */
export const databaseContext = createContext<Database>();

/** Whoever acts in this request: a visitor until the session says otherwise. */
export const actorContext = createContext<Actor>({ kind: "public" });

/** The language of the address; messages, dates and numbers of the answer follow it. */
export const languageContext = createContext<Language>("es");

/** The number by which people and logs speak of this request. */
export const requestIdContext = createContext<string>("");

/** True where accounts and case files are fictional: the frames then say so. */
export const demoContext = createContext<boolean>(false);

/** Public address of the platform, for links that leave it: in mail, documents and feeds. */
export const originContext = createContext<string>("");

/** The secret of this installation, from which pages derive keys that must not be in the database; empty where none is needed. */
export const secretContext = createContext<string>("");

/** One line of the workspace navigation, contributed by a slice. */
export interface NavigationItem {
  /** Address below the language: `/workspace/collection`. */
  readonly href: string;
  readonly label: Text;
  /** The offices that do this task; others do not see the line. The database refuses them regardless. */
  readonly offices: readonly Office[];
}

/** Lines of the workspace navigation that belong together, under a heading. */
export interface NavigationGroup {
  readonly title: Text;
  readonly items: readonly NavigationItem[];
}

/** One task that waits for a person, told by the slice that knows it. */
export interface WaitingItem {
  readonly href: string;
  readonly label: Text;
  /** The last day for it, as 2026-03-31. */
  readonly due?: string;
}

/** The figure that the home page leads with: the newest release, in words. */
export interface Highlight {
  readonly href: string;
  readonly year: number;
  /** The count as it was published. */
  readonly count: number;
  /** What the count counts: 'personas identificadas como víctimas de trata en 2021'. */
  readonly counted: Text;
  /** Source and reference date in one line. */
  readonly source: Text;
}

/** What the frames and the home page ask of the slices; the wiring fills it, so that the shell knows no slice. */
export interface ShellSources {
  readonly navigation: readonly NavigationGroup[];
  readonly waiting: readonly ((database: Database, actor: Actor) => Promise<readonly WaitingItem[]>)[];
  readonly highlight?: (database: Database) => Promise<Highlight | undefined>;
}

/** The slices' contributions to navigation, desk and home page. */
export const shellContext = createContext<ShellSources>({ navigation: [], waiting: [] });

/** What the outer server knows of a request before any route runs. */
export interface RequestFacts {
  readonly database: Database;
  readonly actor: Actor;
  readonly requestId: string;
  readonly isDemo: boolean;
  /** Public address of the platform: `https://corett.example`. */
  readonly origin: string;
  /** The secret of this installation; see `secretContext`. */
  readonly secret?: string;
}

/** Hands the facts of a request, and the slices' contributions, to loaders and actions. */
export function contextFor(facts: RequestFacts, sources: ShellSources): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(databaseContext, facts.database);
  context.set(actorContext, facts.actor);
  context.set(requestIdContext, facts.requestId);
  context.set(demoContext, facts.isDemo);
  context.set(originContext, facts.origin);
  context.set(secretContext, facts.secret ?? "");
  context.set(shellContext, sources);
  return context;
}
