import sans from "@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url";
import serif from "@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2?url";
import type { ReactNode } from "react";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useMatches } from "react-router";
import type { Route } from "./+types/root.ts";
import { inLanguage, languageOf } from "./web/language.ts";
import { ErrorPage } from "./web/error-page.tsx";
import { PublicShell } from "./web/public-shell.tsx";
import { isForMembers, sendsScript } from "./web/page-script.ts";
import { usePageSetting } from "./web/page-setting.ts";
import styles from "./web/styles.css?url";

/** The stylesheet, and the two fonts of every page before it asks for them. */
export const links: Route.LinksFunction = () => [
  ...[sans, serif].map((href) => ({ rel: "preload", href, as: "font", type: "font/woff2", crossOrigin: "anonymous" }) as const),
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** The document around every page. Script is sent only where a frame asks for it: public pages have none. */
export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const { theme, isDemo, origin, requestId } = usePageSetting();
  const handles = useMatches().map(({ handle }) => handle);
  const isScripted = sendsScript(handles);
  return (
    <html
      lang={languageOf(pathname)}
      data-theme={theme}
      data-demo={isScripted ? String(isDemo) : undefined}
      data-request={isScripted ? requestId : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme ?? "light dark"} />
        {isForMembers(handles) ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="alternate" hrefLang="es" href={`${origin}${inLanguage(pathname, "es")}`} />
            <link rel="alternate" hrefLang="en" href={`${origin}${inLanguage(pathname, "en")}`} />
            <link rel="alternate" hrefLang="x-default" href={`${origin}${inLanguage(pathname, "es")}`} />
          </>
        )}
        <Meta />
        {/* The nonce of styles is empty: they are allowed by origin, and a filled one would not survive hydration. */}
        <Links nonce="" />
      </head>
      <body>
        {children}
        {isScripted && (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        )}
      </body>
    </html>
  );
}

/** The page itself. */
export default function Root() {
  return <Outlet />;
}

/** What is shown where no frame could be drawn. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <PublicShell>
      <ErrorPage error={error} />
    </PublicShell>
  );
}
