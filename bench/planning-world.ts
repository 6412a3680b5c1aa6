import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "#database";
import { openGround } from "../server/ground.ts";
import { asOwner } from "../test/world.ts";

/** A ten-year plan with its yearly plans and their reports, on a database that waits for the disk. */
export interface PlannedDecade {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly secret: string;
  /** Ids of the strategic plan and of the yearly ones. */
  readonly strategic: string;
  readonly yearly: readonly string[];
  readonly close: () => Promise<void>;
}

/** Ten years of 500 activities each (5 axes of 10 objectives of 10), eight reports on each: 5,000 activities, 40,000 reports. */
export async function openDecade(): Promise<PlannedDecade> {
  const folder = await mkdtemp(join(tmpdir(), "corett-bench-planning-"));
  const ground = await openGround({ data: folder, baseUrl: "http://localhost" });
  const years = Array.from({ length: 10 }, (_, place) => 2018 + place);
  const yearly = years.map((year) => `decada-operativo-${year}`);
  await asOwner(ground.ownerUrl, async (client) => {
    await client.query("begin");
    // Straight into the tables: what is measured is reading.
    await client.query("set local session_replication_role = replica");
    const plan = `insert into planning.plan (id, kind, title_es, title_en, from_day, until_day, parent, is_record, source_es, source_en)
      values ($1, $2, $3, $3, make_date($4, 1, 1), make_date($5, 12, 31), $6, true, 'medición', 'bench')`;
    const version = "insert into planning.version (plan, version, state, approved_at) values ($1, 1, 'approved', now())";
    await client.query(plan, ["decada", "strategic", "Plan estratégico de la medición", 2018, 2027, null]);
    await client.query(version, ["decada"]);
    await client.query("insert into planning.node (plan, version, key, kind, code, position, title_es, title_en, weight) values ('decada', 1, $1, 'axis', '1', 1, 'Eje', 'Axis', 100)", [randomUUID()]);
    for (const [place, id] of yearly.entries()) {
      await client.query(plan, [id, "operational", `Plan operativo ${years[place]}`, years[place], years[place], "decada"]);
      await client.query(version, [id]);
    }
    const node = "insert into planning.node (plan, version, key, parent, kind, code, position, title_es, title_en, weight, months, target_es, target_en, verification_es, verification_en)";
    const key = (path: string) => `md5(p || ${path})::uuid`;
    await client.query(
      `${node} select p, 1, ${key("a")}, null, 'axis', a::text, a, 'Eje ' || a, 'Axis ' || a, 20, '{}', '', '', '', '' from unnest($1::text[]) p, generate_series(1, 5) a`,
      [yearly],
    );
    await client.query(
      `${node} select p, 1, ${key("a || '.' || o")}, ${key("a")}, 'operational-objective', a || '.' || o, o, 'Objetivo ' || a || '.' || o, 'Objective', 10, '{}', '', '', '', ''
       from unnest($1::text[]) p, generate_series(1, 5) a, generate_series(1, 10) o`,
      [yearly],
    );
    await client.query(
      `${node} select p, 1, ${key("a || '.' || o || '.' || c")}, ${key("a || '.' || o")}, 'activity', a || '.' || o || '.' || c, c,
         'Actividad ' || a || '.' || o || '.' || c || ': capacitar a quienes atienden a personas víctimas de trata en los puestos fronterizos', 'Activity ' || c, 10,
         array[1 + (a + o + c) % 12, 1 + (a + o + c + 1) % 12]::smallint[], 'Doce talleres', 'Twelve workshops', 'Listas de asistencia', 'Lists of attendance'
       from unnest($1::text[]) p, generate_series(1, 5) a, generate_series(1, 10) o, generate_series(1, 10) c`,
      [yearly],
    );
    await client.query(
      `insert into planning.responsible (plan, version, key, kind, country) select n.plan, 1, n.key, 'member', m.country
       from planning.node n join (select country, row_number() over (order by country) as r from coalition.member where not fictional) m
         on m.r = 1 + n.position % 9 where n.kind = 'activity' and n.plan = any($1)`,
      [yearly],
    );
    await client.query(
      `insert into planning.report (plan, version, key, country, office, from_day, until_day, progress, state_of, narrative, evidence_url, account, name, answer, submitted_at)
       select n.plan, 1, n.key, r.country, 'focal-point', p.from_day + (q - 1) * 45, p.from_day + q * 45 - 1, least(100, q * 12 + n.position + 2), 'under-way',
         'Se celebraron los talleres previstos y se entregaron los materiales.', case when q = 8 and n.position = 1 then 'https://example.org/' || n.code end, $2, 'Persona de la medición', 'accepted', now()
       from planning.node n join planning.plan p on p.id = n.plan join planning.responsible r on r.key = n.key, generate_series(1, 8) q
       where n.kind = 'activity' and n.plan = any($1)`,
      [yearly, randomUUID()],
    );
    await client.query("commit");
    await client.query("analyze planning.node");
    await client.query("analyze planning.report");
    await client.query("analyze planning.responsible");
  });
  return {
    database: ground.database,
    ownerUrl: ground.ownerUrl,
    secret: ground.secret,
    strategic: "decada",
    yearly,
    close: async () => {
      await ground.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
