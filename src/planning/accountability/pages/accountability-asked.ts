import type { Language, Office } from "#basics";
import { type Database, read } from "#database";
import { type Member, databaseContext, forbidden, languageContext, memberIn, notFound } from "#web";
import { planningAccountabilityWords } from "#words";
import { type Accountability, mayKeepReports } from "../accountability.ts";
import { reportOf } from "../accountability.store.ts";

const readers: readonly Office[] = ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"];

interface AskedArgs {
  readonly request: Request;
  readonly context: Parameters<typeof memberIn>[0]["context"] & { get(key: typeof databaseContext): Database; get(key: typeof languageContext): Language };
}

interface Asked {
  readonly database: Database;
  readonly actor: Member;
  readonly language: Language;
}

/** Who asks; administrators and visitors are turned away. */
export function asked({ request, context }: AskedArgs): Asked {
  return { actor: memberIn({ request, context }, readers), database: context.get(databaseContext), language: context.get(languageContext) };
}

/** Who asks, of those who keep the reports; others are answered 403. */
export function askedKeeper(args: AskedArgs): Asked {
  const found = asked(args);
  if (!mayKeepReports(found.actor)) throw forbidden();
  return found;
}

/** Who asks for which report; not found where the reader sees none. */
export async function askedReport(args: AskedArgs & { readonly params: { readonly number: string } }): Promise<Asked & { readonly report: Accountability }> {
  const found = asked(args);
  const report = await read(found.database, found.actor, (tx) => reportOf(tx, args.params.number));
  if (!report) throw notFound();
  return { ...found, report };
}

/** The name of a written part. */
export function partName(part: string, language: Language): string {
  const words = planningAccountabilityWords[language];
  if (part.startsWith("axis-")) return words.axisPart(part.slice(5));
  return part === "introduction" || part === "not-done" || part === "conclusions" ? words.parts[part] : part;
}
