import { outboxEn } from "./outbox.en.ts";
import { outboxEs } from "./outbox.es.ts";
import { bilingual } from "./words.ts";

/** Words of the page of outgoing mail. */
export const outboxWords = bilingual(outboxEs, outboxEn);
