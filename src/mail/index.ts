export { type Message, type OutboxEntry, outbox, postMail } from "./message.store.ts";
export { sendMessage } from "./send.ts";
