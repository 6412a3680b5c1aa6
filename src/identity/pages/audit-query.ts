import { z } from "zod";
import type { AuditFilter } from "../audit.store.ts";

const day = z.iso.date().optional().catch(undefined);
const Query = z.object({
  person: z.uuid().optional().catch(undefined),
  about: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/)
    .optional()
    .catch(undefined),
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).catch(1),
});

/** The filter and page that an address asks for; what it does not understand counts as not asked. */
export function auditQuery(url: URL): { filter: AuditFilter; page: number } {
  const { person, about, from, to, page } = Query.parse(Object.fromEntries(url.searchParams));
  return { filter: { account: person, relation: about, from, to }, page };
}
