import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src",
  // All routes are known at the first load of the workspace: no address that lists the site's insides.
  routeDiscovery: { mode: "initial" },
  subResourceIntegrity: true,
  // The tests build pages of their own, so that they neither trust nor touch the folder that is served.
  ...(process.env["CORETT_PAGES"] ? { buildDirectory: process.env["CORETT_PAGES"] } : {}),
} satisfies Config;
