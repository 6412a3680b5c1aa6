import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src",
  // All routes are known at the first load of the workspace: no address that lists the site's insides.
  routeDiscovery: { mode: "initial" },
  subResourceIntegrity: true,
} satisfies Config;
