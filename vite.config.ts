import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { themes } from "./src/brand/tokens.ts";

/** Writes the brand's colours into the stylesheet, so that site, charts and documents share one source. */
function brandThemes(): Plugin {
  const declare = (theme: Record<string, string>) =>
    Object.entries(theme)
      .map(([role, colour]) => `--${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${colour};`)
      .join(" ");
  // The last two let a control show itself in one theme only, without a script to ask which one is on.
  const light = `color-scheme: light; ${declare(themes.light)} --only-light: inline-flex; --only-dark: none;`;
  const dark = `color-scheme: dark; ${declare(themes.dark)} --only-light: none; --only-dark: inline-flex;`;
  const css = `
:root { ${light} }
@media screen {
  :root[data-theme="dark"] { ${dark} }
  @media (prefers-color-scheme: dark) { :root:not([data-theme]) { ${dark} } }
}
`;
  return {
    name: "corett-brand-themes",
    enforce: "pre",
    transform(code, id) {
      if (!id.split("?")[0]?.endsWith("/src/web/styles.css")) return undefined;
      return code.replace("@brand-themes;", () => css);
    },
  };
}

export default defineConfig({
  plugins: [brandThemes(), tailwindcss(), reactRouter()],
  build: { assetsInlineLimit: 0 },
  // Programs of the server that a page's loader reaches: no browser ever loads them, and they cannot be bundled for one.
  optimizeDeps: { exclude: ["@resvg/resvg-js", "@myriaddreamin/typst-ts-node-compiler"] },
});
