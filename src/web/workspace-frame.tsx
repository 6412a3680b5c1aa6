import { countryName } from "#basics";
import { Outlet, useRouteLoaderData } from "react-router";
import type { Route } from "./+types/workspace-frame.ts";
import { shellContext } from "./context.ts";
import { ErrorPage } from "./error-page.tsx";
import { PublicShell } from "./public-shell.tsx";
import { memberOf } from "./turn-away.ts";
import { WorkspaceShell } from "./workspace-shell.tsx";

/** The workspace is the one zone that sends script. */
export const handle = { scripted: true };

/** Strangers are turned away before any page of the workspace is asked. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request, context }) => {
    memberOf({ request, context });
  },
];

/** Who acts, and the tasks of that office. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { name, office, country } = memberOf({ request, context });
  const navigation = context
    .get(shellContext)
    .navigation.map(({ title, items }) => ({ title, items: items.filter((item) => item.offices.includes(office)).map(({ href, label }) => ({ href, label })) }))
    .filter(({ items }) => items.length > 0);
  return { who: { name, office, ...(country === undefined ? {} : { country: countryName(country) }) }, navigation };
}

/** Pages of members are theirs alone: no cache keeps them. */
export function headers() {
  return { "Cache-Control": "private, no-store" };
}

/** The frame around the desk and every task. */
export default function WorkspaceFrame({ loaderData }: Route.ComponentProps) {
  return (
    <WorkspaceShell {...loaderData}>
      <Outlet />
    </WorkspaceShell>
  );
}

/** A page of the workspace that failed or was refused, inside its frame where the frame is known. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const known = useRouteLoaderData<typeof loader>("web/workspace-frame");
  return known ? (
    <WorkspaceShell {...known}>
      <ErrorPage error={error} />
    </WorkspaceShell>
  ) : (
    <PublicShell>
      <ErrorPage error={error} />
    </PublicShell>
  );
}
