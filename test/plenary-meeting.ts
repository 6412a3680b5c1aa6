import { createHash, randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { Actor, Office } from "#basics";
import { sql, write } from "#database";
import { type World, asOwner, member } from "./world.ts";

/** An actor who holds an office, as `read` and `write` take it. */
export type Person = Extract<Actor, { kind: "member" }>;

/** The member states, in the order of their names in Spanish. */
export const nine = ["BLZ", "CRI", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "DOM"] as const;

/** Codes of member states that do not exist, for a coalition of more than nine: 'XAA', 'XAB'… */
export function invented(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `X${letter(Math.floor(place / 26))}${letter(place % 26)}`);
}

/** What a test may choose; the rest is arranged as usual. */
export interface Wish {
  /** Delegations that are convened; codes outside the nine become members first. */
  readonly countries?: readonly string[];
  /** 'convened': seats and credentials are there. 'open' (usual): quorum rule set, people in the room. */
  readonly state?: "convened" | "open";
  /** Delegations whose titular is in the room once it is open; all unless told. */
  readonly present?: readonly string[];
  /** Year and ordinal make the number: { year: 2024, ordinal: 5 } is V-2024. */
  readonly year?: number;
  readonly ordinal?: number;
}

/** A meeting as arranged: its people, their credentials and its agenda. */
export interface ArrangedMeeting {
  readonly id: string;
  readonly countries: readonly string[];
  readonly secretariat: Person;
  /** Another person of the secretariat, for what two persons do. */
  readonly secondSecretary: Person;
  readonly presidency: Person;
  /** Accredited as observer of an organisation. */
  readonly observer: Person;
  readonly titular: (country: string) => Person;
  readonly alternate: (country: string) => Person;
  readonly focalPoint: (country: string) => Person;
  /** Credentials of a delegation's titular and alternate, and of the observer. */
  readonly accreditation: (country: string, capacity?: "titular" | "alternate") => string;
  readonly observerAccreditation: string;
  /** Agenda items by kind, one of each. */
  readonly items: Readonly<Record<"opening" | "agenda" | "previous-act" | "country-reports" | "motion" | "election" | "closing", string>>;
  /** Brings somebody into the room through the platform's own act, as the secretariat records it; the word it answered. */
  readonly arrive: (country: string, capacity?: "titular" | "alternate") => Promise<string>;
  readonly leave: (country: string, capacity?: "titular" | "alternate") => Promise<string>;
}

const items = [
  ["opening", "Apertura y verificación del quórum", "Opening and verification of the quorum"],
  ["agenda", "Aprobación de la agenda", "Approval of the agenda"],
  ["previous-act", "Lectura y aprobación del acta anterior", "Reading and approval of the previous act"],
  ["country-reports", "Informes de situación de los países", "Country situation reports"],
  ["motion", "Mociones", "Motions"],
  ["election", "Elección de la Presidencia", "Election of the presidency"],
  ["closing", "Clausura", "Closing"],
] as const;

/**
 * Arranges a convened or open meeting with its delegations: accounts, offices, seats, checked credentials of a titular and
 * an alternate of each, an agenda, and those present in the room. Two calls in one world share the people.
 */
export async function arrangeMeeting(world: World, wish: Wish = {}): Promise<ArrangedMeeting> {
  const { countries = nine, state = "open", year = 2024, ordinal = 5 } = wish;
  const people = peopleOf(countries);
  const itemIds = Object.fromEntries(items.map(([kind]) => [kind, randomUUID()])) as ArrangedMeeting["items"]; // one of each kind
  const credentials = new Map<string, string>();
  const observerAccreditation = randomUUID();
  const id = await asOwner(world.ownerUrl, async (client) => {
    await client.query("begin");
    await enterPeople(client, countries, people);
    const meeting = await enterMeeting(client, year, ordinal, countries, itemIds);
    await accredit(client, meeting, people, countries, credentials, observerAccreditation);
    if (state === "open") await open(client, meeting, people.secretariat, (wish.present ?? countries).map((each) => credentials.get(`${each} titular`) ?? ""));
    await client.query("commit");
    return meeting;
  });
  const move = async (kind: "arrival" | "departure", accreditation: string): Promise<string> => {
    const { rows } = await write(world.database, people.secretariat, (tx) =>
      sql<{ word: string }>`select plenary.record_presence(${accreditation}::uuid, ${kind}) as word`.execute(tx),
    );
    return rows[0]?.word ?? "";
  };
  const accreditation: ArrangedMeeting["accreditation"] = (country, capacity = "titular") => found(credentials, `${country} ${capacity}`);
  return {
    id,
    countries,
    ...people,
    items: itemIds,
    accreditation,
    observerAccreditation,
    arrive: (country, capacity) => move("arrival", accreditation(country, capacity)),
    leave: (country, capacity) => move("departure", accreditation(country, capacity)),
  };
}

type People = Pick<ArrangedMeeting, "secretariat" | "secondSecretary" | "presidency" | "observer" | "titular" | "alternate" | "focalPoint">;

function peopleOf(countries: readonly string[]): People {
  const all = new Map(
    countries.flatMap((country) =>
      (["delegate-titular", "delegate-alternate", "focal-point"] as const).map((office) => [`${country} ${office}`, member(office, country)] as const),
    ),
  );
  return {
    secretariat: member("secretariat"),
    secondSecretary: person("secretariat", "segunda secretaría"),
    presidency: member("presidency"),
    observer: person("observer", "observadora"),
    titular: (country) => found(all, `${country} delegate-titular`),
    alternate: (country) => found(all, `${country} delegate-alternate`),
    focalPoint: (country) => found(all, `${country} focal-point`),
  };
}

/** A person beside the one that `member()` makes for the office. */
function person(office: Office, name: string): Person {
  const digits = createHash("sha256").update(name).digest("hex").slice(0, 12);
  return { kind: "member", account: `00000000-0000-4000-9000-${digits}`, name, office };
}

async function enterPeople(client: Client, countries: readonly string[], people: People): Promise<void> {
  for (const country of countries.filter((each) => !(nine as readonly string[]).includes(each)))
    await client.query(
      `insert into coalition.member (country, name_es, name_en, mechanism_es, mechanism_en, fictional)
       values ($1, 'País ' || $1, 'Country ' || $1, 'Mecanismo', 'Mechanism', true) on conflict do nothing`,
      [country],
    );
  const everybody = [
    people.secretariat,
    people.secondSecretary,
    people.presidency,
    people.observer,
    ...countries.flatMap((each) => [people.titular(each), people.alternate(each), people.focalPoint(each)]),
  ];
  // As the sign-in door, which alone writes accounts and offices.
  await client.query("set local role corett_auth");
  for (const { account, name, office, country } of everybody) {
    await client.query("insert into identity.account (id, name, email) values ($1, $2, $3) on conflict do nothing", [
      account,
      name,
      `${account}@corett.test`,
    ]);
    await client.query(
      `insert into identity.office (account, office, country, organisation)
       select $1, $2, $3, $4 where not exists (select from identity.office where account = $1 and office = $2)`,
      [account, office, country ?? null, office === "observer" ? "OIM" : null],
    );
  }
  await client.query("reset role");
}

async function enterMeeting(client: Client, year: number, ordinal: number, countries: readonly string[], itemIds: ArrangedMeeting["items"]): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into plenary.meeting (id, year, ordinal, mode, place_es, place_en, starts_at, ends_at)
     values (trim(to_char($2::int, 'FMRN')) || '-' || $1::int, $1, $2, 'hybrid', 'Ciudad de Guatemala', 'Guatemala City',
       now() - interval '1 hour', now() + interval '7 hours') returning id`,
    [year, ordinal],
  );
  const id = rows[0]?.id ?? "";
  for (const [place, [kind, es, en]] of items.entries())
    await client.query("insert into plenary.agenda_item (id, meeting, position, kind, title_es, title_en) values ($1, $2, $3, $4, $5, $6)", [
      itemIds[kind],
      id,
      place + 1,
      kind,
      es,
      en,
    ]);
  await client.query("insert into plenary.seat (meeting, country) select $1, unnest($2::text[])", [id, countries]);
  await client.query("update plenary.meeting set state = 'convened' where id = $1", [id]);
  return id;
}

async function accredit(
  client: Client,
  meeting: string,
  people: People,
  countries: readonly string[],
  credentials: Map<string, string>,
  observerAccreditation: string,
): Promise<void> {
  const statement = `insert into plenary.accreditation (id, meeting, country, organisation, account, name, post, capacity, named_by, checked_at, checked_by)
    values ($1, $2, $3, $4, $5, $6, '', $7, $5, clock_timestamp(), $8)`;
  for (const country of countries)
    for (const capacity of ["titular", "alternate"] as const) {
      const { account, name } = people[capacity](country);
      const id = randomUUID();
      credentials.set(`${country} ${capacity}`, id);
      await client.query(statement, [id, meeting, country, null, account, name, capacity, people.secretariat.account]);
    }
  const { account, name } = people.observer;
  await client.query(statement, [observerAccreditation, meeting, null, "OIM", account, name, "observer", people.secretariat.account]);
}

async function open(client: Client, meeting: string, { account, office }: Person, present: readonly string[]): Promise<void> {
  await client.query("select set_config('app.account', $1, true), set_config('app.office', $2, true)", [account, office]);
  await client.query("update plenary.meeting set state = 'open', quorum_rule = 'more-than-half' where id = $1", [meeting]);
  for (const accreditation of present) {
    const { rows } = await client.query<{ word: string }>("select plenary.record_presence($1::uuid, 'arrival') as word", [accreditation]);
    if (rows[0]?.word !== "recorded") throw new Error(`The room was not filled: ${rows[0]?.word}`);
  }
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Nobody here is "${key}"`);
  return value;
}

function letter(place: number): string {
  return String.fromCharCode(65 + place);
}
