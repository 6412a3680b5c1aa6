import { themeCookie } from "../src/web/page-setting.ts";
import { safeReturn } from "../src/web/turn-away.ts";

/** Remembers the theme that a reader chose for a year and leads back to the page. */
export async function themeChoice(request: Request): Promise<Response> {
  const form = await request.formData();
  const theme = form.get("theme");
  const back = form.get("back");
  const headers = new Headers({ Location: safeReturn(typeof back === "string" ? back : null, "/") });
  if (theme === "light" || theme === "dark")
    headers.set("Set-Cookie", `${themeCookie}=${theme}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
  return new Response(null, { status: 303, headers });
}
