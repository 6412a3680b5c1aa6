import { navigation as archive } from "./archive/navigation.ts";
import { navigation as coalition } from "./coalition/navigation.ts";
import { waiting as coalitionWaiting } from "./coalition/waiting.ts";
import { navigation as identity } from "./identity/navigation.ts";
import { navigation as jobs } from "./jobs/navigation.ts";
import { waiting as jobsWaiting } from "./jobs/waiting.ts";
import { navigation as mail } from "./mail/navigation.ts";
import { navigation as planning } from "./planning/navigation.ts";
import { waiting as progressWaiting } from "./planning/progress/waiting.ts";
import { navigation as plenary } from "./plenary/navigation.ts";
import { waiting as actWaiting } from "./plenary/act/waiting.ts";
import { waiting as agreementWaiting } from "./plenary/agreement/waiting.ts";
import { waiting as electionWaiting } from "./plenary/election/waiting.ts";
import { waiting as meetingWaiting } from "./plenary/meeting/waiting.ts";
import { waiting as sessionWaiting } from "./plenary/session/waiting.ts";
import { navigation as collection } from "./statistics/collection/navigation.ts";
import { waiting as collectionWaiting } from "./statistics/collection/waiting.ts";
import { regionalHighlight } from "./statistics/explorer/highlight.ts";
import { navigation as release } from "./statistics/release/navigation.ts";
import { waiting as releaseWaiting } from "./statistics/release/waiting.ts";
import type { ShellSources } from "./web/context.ts";

/** What the slices contribute to the navigation of the workspace, to the desk and to the home page, in the order of print. */
export const shellSources: ShellSources = {
  navigation: [
    { title: { es: "Estadísticas", en: "Statistics" }, items: [...collection, ...release] },
    { title: { es: "Plenaria", en: "Plenary" }, items: plenary },
    { title: { es: "Planificación", en: "Planning" }, items: planning },
    { title: { es: "La institución", en: "The institution" }, items: [...coalition, ...archive] },
    { title: { es: "La plataforma", en: "The platform" }, items: [...identity, ...jobs, ...mail] },
  ],
  waiting: [sessionWaiting, electionWaiting, meetingWaiting, actWaiting, agreementWaiting, progressWaiting, collectionWaiting, releaseWaiting, coalitionWaiting, jobsWaiting],
  highlight: regionalHighlight,
};
