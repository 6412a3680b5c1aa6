import { Outlet } from "react-router";
import type { Route } from "./+types/public-frame.ts";
import { ErrorPage } from "./error-page.tsx";
import { PublicShell } from "./public-shell.tsx";

/** The frame of public pages. It asks for no script, and so none is sent. */
export default function PublicFrame() {
  return (
    <PublicShell>
      <Outlet />
    </PublicShell>
  );
}

/** A public page that failed or is not there, inside its frame. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <PublicShell>
      <ErrorPage error={error} />
    </PublicShell>
  );
}
