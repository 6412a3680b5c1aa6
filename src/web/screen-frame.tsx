import { Outlet } from "react-router";
import type { Route } from "./+types/screen-frame.ts";
import { ErrorPage } from "./error-page.tsx";
import { DemoBanner, PublicShell } from "./public-shell.tsx";
import { memberOf } from "./turn-away.ts";

/** Screens follow what happens: they send script, and still show the newest state without it. */
export const handle = { scripted: true };

/** Strangers are turned away: what a room shows is for those who were let in. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ request, context }) => {
    memberOf({ request, context });
  },
];

/** Makes every move between screens ask the server, so that the middleware runs. */
export function loader() {
  return null;
}

/** What a room shows is no cache's to keep. */
export function headers() {
  return { "Cache-Control": "private, no-store" };
}

/** A page that fills the screen: the projector of a room, without navigation. */
export default function ScreenFrame() {
  return (
    <>
      <DemoBanner />
      <main id="content" tabIndex={-1} className="min-h-dvh outline-none">
        <Outlet />
      </main>
    </>
  );
}

/** A screen that failed or was refused. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <PublicShell>
      <ErrorPage error={error} />
    </PublicShell>
  );
}
