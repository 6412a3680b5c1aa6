import { Hono } from "hono";
import { cors } from "hono/cors";
import { z } from "zod";
import type { Database } from "#database";
import type { Methodology, TablePlan } from "../methodology/methodology.ts";
import { filledTables, observationsOf } from "../release/observation.ts";
import { sha256 } from "../release/manifest.ts";
import type { ReleaseData } from "../release/release-data.ts";
import { tableCsv } from "../release/table-csv.ts";
import { tableJsonStat } from "../release/table-json-stat.ts";
import type { ReleaseHead } from "../release/release.store.ts";
import { apiAddress, fileAddress } from "./address.ts";
import { type ApiProblem, problemAnswer, wishedLanguage } from "./api-problem.ts";
import { catalogOf } from "./dataset.ts";
import { openApi } from "./openapi.ts";
import {
  type FoundRelease,
  findRelease,
  newestOfEach,
  publishedFiles,
  publishedHeads,
  publishedRelease,
} from "./published.store.ts";

const lang = z.enum(["es", "en"]);
const codes = (pattern: RegExp) =>
  z
    .string()
    .max(400)
    .transform((text) => text.split(","))
    .pipe(z.array(z.string().regex(pattern)).max(40));
/** Parameters of each kind of answer. What is not listed is a mistake of the asker, and is said to be one. */
const queries = {
  plain: z.strictObject({ lang: lang.optional() }),
  table: z.strictObject({ lang: lang.optional(), area: codes(/^(_R|[A-Z]{3})$/).optional() }),
  cells: z.strictObject({
    lang: lang.optional(),
    area: codes(/^(_R|[A-Z]{3})$/).optional(),
    table: codes(/^[a-z_]{2,40}$/).optional(),
    period: codes(/^\d{4}(\/P\d{1,2}Y)?$/).optional(),
  }),
} as const;

const forever = "public, max-age=31536000, immutable";
const briefly = "public, max-age=60";

/**
 * The open interface of the statistics, version 1, for a mount at `/api/v1/*`. It gives out cells of published releases as
 * they are: nothing is added up, and nothing is said of cells that are left out. It reads as any visitor, whoever asks.
 */
export function statisticsApi(database: Database): (request: Request) => Promise<Response> {
  const api = new Hono().basePath("/api/v1");
  api.use(
    cors({
      origin: "*",
      allowMethods: ["GET", "HEAD", "OPTIONS"],
      exposeHeaders: ["ETag", "Content-Disposition"],
      maxAge: 86400,
    }),
  );
  api.use(async (c, next) => {
    if (c.req.method !== "GET" && c.req.method !== "HEAD") c.res = problemAnswer(c.req.raw, { kind: "method" });
    else await next();
    c.res.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  });

  api.get("/openapi.json", (c) => send(c.req.raw, openApi(originOf(c.req.raw)), briefly));
  api.get("/catalog.jsonld", async (c) => {
    const asked = parameters(c.req.raw, queries.plain);
    if ("kind" in asked) return problemAnswer(c.req.raw, asked);
    const heads = await publishedHeads(database);
    const releases = (
      await Promise.all(heads.filter((head) => !head.exercise).map((head) => publishedRelease(database, head)))
    ).filter((each) => each !== undefined);
    return send(c.req.raw, catalogOf(releases, originOf(c.req.raw)), briefly, "application/ld+json");
  });
  api.get("/releases", async (c) => {
    const asked = parameters(c.req.raw, queries.plain);
    if ("kind" in asked) return problemAnswer(c.req.raw, asked);
    const heads = await publishedHeads(database);
    const newest = new Set(newestOfEach(heads));
    return send(c.req.raw, { releases: heads.map((head) => ({ ...headOf(head), newest: newest.has(head) })) }, briefly);
  });
  api.get("/releases/:collection/:version", (c) =>
    withRelease(c.req.raw, c.req.param(), queries.plain, async (found) => {
      const { head, data, methodology } = found;
      const files = await publishedFiles(database, head.collection, head.version);
      return {
        ...headOf(head),
        newest: found.isNewest,
        versions: found.versions.map(({ version, publishedOn }) => ({ version, publishedOn })),
        ...(head.note ? { note: head.note } : {}),
        manifestSha256: head.manifestSha256,
        smallestPrinted: data.k,
        areas: data.areas,
        tables: filledTables(data, methodology).map(({ id, title, unit, dimensions }) => ({
          id,
          title,
          unit,
          dimensions,
          csv: `${apiAddress(head.collection, head.version)}/tables/${id}.csv`,
          jsonStat: `${apiAddress(head.collection, head.version)}/tables/${id}.json`,
        })),
        files: files.map(({ path, mediaType, size, sha256: digest }) => ({
          path,
          mediaType,
          size,
          sha256: digest,
          href: fileAddress(head.collection, head.version, path),
        })),
      };
    }),
  );
  api.get("/releases/:collection/:version/cells", (c) =>
    withRelease(c.req.raw, c.req.param(), queries.cells, async ({ head, data, methodology }, asked) => {
      const problem = strangers(data, methodology, asked);
      if (problem) return problem;
      const tables = filledTables(data, methodology).filter(({ id }) => asked.table?.includes(id) ?? true);
      return {
        collection: head.collection,
        version: head.version,
        cells: tables.flatMap((table) => cellsOf(data, table, asked)),
      };
    }),
  );
  api.get("/releases/:collection/:version/tables/:file{[a-z_]+\\.(?:csv|json)}", (c) =>
    withRelease(c.req.raw, c.req.param(), queries.table, async ({ head, data, methodology }, asked) => {
      const [id = "", ending] = c.req.param("file").split(".");
      const table = filledTables(data, methodology).find((each) => each.id === id);
      if (!table) return { kind: "nothing" };
      const problem = strangers(data, methodology, asked);
      if (problem) return problem;
      const part = ofAreas(data, asked.area);
      const name = `corett-${head.collection}-v${head.version}-${id}${asked.area ? `-${asked.area.join("-")}` : ""}`;
      return ending === "csv"
        ? file(c.req.raw, tableCsv(part, methodology, table), "text/csv; charset=utf-8", `${name}.csv`, c.req.param("version"))
        : file(
            c.req.raw,
            tableJsonStat(part, methodology, table, asked.lang ?? wishedLanguage(c.req.raw)),
            "application/json; charset=utf-8",
            `${name}.json`,
            c.req.param("version"),
          );
    }),
  );
  api.notFound((c) => problemAnswer(c.req.raw, { kind: "nothing" }));
  return async (request) => api.fetch(request);

  async function withRelease<Q extends z.ZodType>(
    request: Request,
    where: { collection: string; version: string },
    query: Q,
    work: (found: FoundRelease, asked: z.output<Q>) => Promise<object>,
  ): Promise<Response> {
    const asked = parameters(request, query);
    if (isProblem(asked)) return problemAnswer(request, asked);
    if (!/^[a-z]+-20\d\d(-exercise)?$/.test(where.collection) || !/^([1-9]\d{0,3}|latest)$/.test(where.version))
      return problemAnswer(request, { kind: "address" });
    const version = where.version === "latest" ? undefined : Number(where.version);
    const found = await findRelease(database, { collection: where.collection, version });
    if (!found) return problemAnswer(request, { kind: "nothing" });
    const answer = await work(found, asked);
    if (answer instanceof Response) return answer;
    return isProblem(answer) ? problemAnswer(request, answer) : send(request, answer, briefly);
  }
}

function isProblem(answer: unknown): answer is ApiProblem {
  return typeof answer === "object" && answer !== null && "kind" in answer;
}

function parameters<Q extends z.ZodType>(request: Request, query: Q): z.output<Q> | ApiProblem {
  const search = new URL(request.url).searchParams;
  const repeated = [...new Set(search.keys())].find((key) => search.getAll(key).length > 1);
  if (repeated) return { kind: "parameter", name: repeated, fault: "repeated" };
  const read = query.safeParse(Object.fromEntries(search));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return issue?.code === "unrecognized_keys"
    ? { kind: "parameter", name: issue.keys[0] ?? "", fault: "unknown" }
    : { kind: "parameter", name: String(issue?.path[0] ?? ""), fault: "form" };
}

/** Names an area or a table that the release does not have, so that a slip of the pen does not look like an empty answer. */
function strangers(
  data: ReleaseData,
  methodology: Methodology,
  asked: { area?: string[] | undefined; table?: string[] | undefined },
): ApiProblem | undefined {
  const tables = filledTables(data, methodology);
  const area = asked.area?.find((code) => !data.areas.some((each) => each.code === code));
  if (area)
    return { kind: "parameter", name: "area", fault: "not-there", value: area, choices: data.areas.map(({ code }) => code) };
  const table = asked.table?.find((id) => !tables.some((each) => each.id === id));
  return table
    ? { kind: "parameter", name: "table", fault: "not-there", value: table, choices: tables.map(({ id }) => id) }
    : undefined;
}

function cellsOf(data: ReleaseData, table: TablePlan, asked: { area?: string[] | undefined; period?: string[] | undefined }) {
  return observationsOf(data, table)
    .filter((each) => (asked.area?.includes(each.area) ?? true) && (asked.period?.includes(each.period) ?? true))
    .map((each) => ({
      area: each.area,
      period: each.period,
      table: table.id,
      codes: Object.fromEntries(table.dimensions.map((id, axis) => [id, each.codes[axis]])),
      ...(each.published.kind === "observed" ? { value: each.published.count } : {}),
      ...(each.published.kind === "range" ? { lower: each.lower, upper: each.upper } : {}),
      status: each.status,
      confidentiality: each.confidentiality,
    }));
}

function ofAreas(data: ReleaseData, areas: readonly string[] | undefined): ReleaseData {
  if (!areas) return data;
  return {
    ...data,
    areas: data.areas.filter(({ code }) => areas.includes(code)),
    cells: data.cells.filter(({ area }) => areas.includes(area)),
  };
}

function headOf(head: ReleaseHead) {
  const { collection, version, year, exercise, publishedOn, methodology } = head;
  return { collection, version, year, exercise, publishedOn, methodology, href: apiAddress(collection, version) };
}

function originOf(request: Request): string {
  return new URL(request.url).origin;
}

function send(request: Request, content: object, cache: string, mediaType = "application/json"): Response {
  return reply(request, `${JSON.stringify(content)}\n`, {
    "Content-Type": `${mediaType}; charset=utf-8`,
    "Cache-Control": cache,
  });
}

function file(request: Request, content: string, mediaType: string, name: string, version: string): Response {
  return reply(request, content, {
    "Content-Type": mediaType,
    "Content-Disposition": `attachment; filename="${name}"`,
    "Cache-Control": version === "latest" ? briefly : forever,
  });
}

function reply(request: Request, body: string, headers: Record<string, string>): Response {
  const etag = `"${sha256(body)}"`;
  const all = { ...headers, ETag: etag, Vary: "Accept-Language" };
  const isKnown = (request.headers.get("if-none-match") ?? "")
    .split(",")
    .some((each) => each.trim().replace(/^W\//, "") === etag);
  return isKnown ? new Response(null, { status: 304, headers: all }) : new Response(body, { headers: all });
}
