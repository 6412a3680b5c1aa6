import type { Language, Office } from "#basics";
import type { Database } from "#database";
import { type Member, databaseContext, languageContext, memberIn } from "#web";

/** Everybody but the administrator, who keeps the machine. */
export const planReaders: readonly Office[] = ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point", "communicator", "observer"];

/** Those who report on plans. */
export const planReporters: readonly Office[] = ["secretariat", "presidency", "delegate-titular", "delegate-alternate", "focal-point"];

interface AskedArgs {
  readonly request: Request;
  readonly context: Parameters<typeof memberIn>[0]["context"] & { get(key: typeof databaseContext): Database; get(key: typeof languageContext): Language };
}

/** Who asks, on which database and in which language; others are turned away. */
export function askedPlanning({ request, context }: AskedArgs, offices = planReaders): { readonly database: Database; readonly actor: Member; readonly language: Language } {
  return { actor: memberIn({ request, context }, offices), database: context.get(databaseContext), language: context.get(languageContext) };
}
