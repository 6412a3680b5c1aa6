import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { PageSettingContext } from "./web/page-setting.ts";

const { theme, demo, request } = document.documentElement.dataset;

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageSettingContext
        value={{
          theme: theme === "light" || theme === "dark" ? theme : undefined,
          isDemo: demo === "true",
          origin: window.location.origin,
          requestId: request ?? "",
        }}
      >
        <HydratedRouter />
      </PageSettingContext>
    </StrictMode>,
  );
});
