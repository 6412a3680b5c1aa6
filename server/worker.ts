import { postContactReminders } from "#coalition";
import { type Database, loginUrl, write } from "#database";
import { startWorker } from "#jobs";
import { sendMessage } from "#mail";
import { intakeTasks, remindTask } from "../src/statistics/collection/jobs.ts";
import { postReminder } from "../src/statistics/collection/reminder-post.store.ts";
import { releaseTasks } from "../src/statistics/release/jobs.ts";

/** Starts the tasks of all slices on one queue. Several servers may run it on one database. */
export function startTasks(parts: { readonly database: Database; readonly ownerUrl: string; readonly secret: string; readonly baseUrl: string }) {
  const { database, ownerUrl, secret, baseUrl } = parts;
  const smtp = process.env["SMTP_URL"];
  const remind = remindTask(postReminder, () => new Date());
  return startWorker({
    jobsUrl: loginUrl(ownerUrl, secret, "corett_jobs"),
    database,
    handlers: { ...intakeTasks, ...releaseTasks(baseUrl) },
    errands: {
      "mail-send": async ({ message = "" }) => {
        if (smtp) await sendMessage(database, message, smtp, process.env["MAIL_FROM"] ?? "corett@localhost");
      },
      "remind-daily": async () => {
        await remind({ id: "", payload: {}, account: undefined, database, progress: async () => undefined });
        await write(database, { kind: "system", task: "remind" }, (tx) => postContactReminders(tx, new Date()));
      },
    },
    // Every morning at seven in Central America (13:00 UTC), and once more after a night in which the server stood still.
    crontab: "0 13 * * * remind-daily ?fill=12h",
    onFault: (kind, fault) => console.error(`task ${kind}`, fault),
  });
}
