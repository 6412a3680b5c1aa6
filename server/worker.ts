import { postContactReminders } from "#coalition";
import { type Database, type Writing, loginUrl, write } from "#database";
import { startWorker } from "#jobs";
import { sendMessage } from "#mail";
import { accountabilityTasks } from "../src/planning/accountability/jobs.ts";
import { postProgressReminders } from "../src/planning/progress/reminder.store.ts";
import { actTasks, remindActs } from "../src/plenary/act/jobs.ts";
import { postAgreementReminders } from "../src/plenary/agreement/reminder.store.ts";
import { meetingTasks } from "../src/plenary/meeting/jobs.ts";
import { postMeetingReminders } from "../src/plenary/meeting/reminder.store.ts";
import { intakeTasks, remindTask } from "../src/statistics/collection/jobs.ts";
import { postReminder } from "../src/statistics/collection/reminder-post.store.ts";
import { releaseTasks } from "../src/statistics/release/jobs.ts";

/** What the slices remind of each morning, each in a transaction of its own; every one posts a reminder once. */
const reminders: Readonly<Record<string, (tx: Writing, now: Date) => Promise<unknown>>> = {
  contacts: postContactReminders,
  meetings: postMeetingReminders,
  agreements: postAgreementReminders,
  progress: postProgressReminders,
};

/** Starts the tasks of all slices on one queue. Several servers may run it on one database. */
export function startTasks(parts: { readonly database: Database; readonly ownerUrl: string; readonly secret: string; readonly baseUrl: string }) {
  const { database, ownerUrl, secret, baseUrl } = parts;
  const smtp = process.env["SMTP_URL"];
  const mailFrom = process.env["MAIL_FROM"] ?? "corett@localhost";
  const clock = () => new Date();
  const daily = [remindTask(postReminder, clock), remindActs(baseUrl, clock)];
  return startWorker({
    jobsUrl: loginUrl(ownerUrl, secret, "corett_jobs"),
    database,
    handlers: { ...intakeTasks, ...releaseTasks(baseUrl), ...meetingTasks({ baseUrl, mailFrom }), ...actTasks(baseUrl), ...accountabilityTasks(baseUrl) },
    errands: {
      "mail-send": async ({ message = "" }) => {
        if (smtp) await sendMessage(database, message, smtp, mailFrom);
      },
      "remind-daily": async () => {
        for (const remind of daily) await remind({ id: "", payload: {}, account: undefined, database, progress: async () => undefined });
        for (const [task, post] of Object.entries(reminders)) await write(database, { kind: "system", task: `remind ${task}` }, (tx) => post(tx, clock()));
      },
    },
    // Every morning at seven in Central America (13:00 UTC), and once more after a night in which the server stood still.
    crontab: "0 13 * * * remind-daily ?fill=12h",
    onFault: (kind, fault) => console.error(`task ${kind}`, fault),
  });
}
