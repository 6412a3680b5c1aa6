import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link, type LinkProps } from "react-router";

type Kind = "primary" | "quiet" | "danger";

const base =
  "inline-flex items-center justify-center gap-2 rounded-small border px-4 py-2 min-h-[2.6rem] font-semibold leading-tight no-underline text-center cursor-pointer " +
  "disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-soft disabled:border-line print:hidden";

const kinds = {
  primary: "bg-work text-paper border-work hover:bg-work-strong hover:border-work-strong",
  quiet: "bg-transparent text-work border-line hover:border-work hover:bg-work-wash",
  danger: "bg-transparent text-bad border-bad hover:bg-bad-wash",
} as const satisfies Record<Kind, string>;

/** Starts an act; its words are a verb. A forbidden act is shown disabled beside its reason, not hidden. */
export function Button({
  kind = "primary",
  className = "",
  type = "submit",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind }) {
  return <button type={type} className={`${base} ${kinds[kind]} ${className}`} {...rest} />;
}

/** Leads to a page, with the weight of a button. From workspace to public pages give it `reloadDocument`. */
export function LinkButton({ kind = "primary", className = "", ...rest }: LinkProps & { kind?: Kind }) {
  return <Link className={`${base} ${kinds[kind]} ${className}`} {...rest} />;
}

/** The acts at the end of a form or page, side by side; on a telephone one under the other. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="mt-8 flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center">{children}</div>;
}
