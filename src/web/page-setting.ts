import { createContext, useContext } from "react";

/** The theme that a reader chose; without a choice the device decides. */
export type Theme = "light" | "dark";

/** Name of the cookie that remembers the theme. */
export const themeCookie = "corett-theme";

/** What every page knows beside its data: it is there on error pages too, where no loader ran. */
export interface PageSetting {
  readonly theme: Theme | undefined;
  readonly isDemo: boolean;
  /** Public address of the platform, for links that other machines read: `https://corett.example`. */
  readonly origin: string;
  /** The number by which people and logs speak of this request. */
  readonly requestId: string;
}

/** Carries the setting through the page; the server entry and the client entry fill it. */
export const PageSettingContext = createContext<PageSetting>({
  theme: undefined,
  isDemo: false,
  origin: "",
  requestId: "",
});

/** The setting of the page being drawn. */
export function usePageSetting(): PageSetting {
  return useContext(PageSettingContext);
}

/** The theme that a Cookie header names; any other word is no choice. */
export function themeFromCookie(header: string | null): Theme | undefined {
  const value = header?.match(new RegExp(`(?:^|;\\s*)${themeCookie}=(\\w+)`))?.[1];
  return value === "light" || value === "dark" ? value : undefined;
}
