import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import chromium from "@sparticuz/chromium";
import { type Browser, type Page, chromium as playwright } from "playwright-core";

/** Switches of the packed Chromium that would keep it in one process: fine for a function in a cloud, not for a test. */
const unwanted = new Set(["--single-process", "--no-zygote", "--in-process-gpu", "--ignore-gpu-blocklist"]);

/** Opens the Chromium that npm brought. Close it after the tests. */
export async function openBrowser(): Promise<Browser> {
  chromium.setGraphicsMode = false; // no page draws in three dimensions, and a graphics card made of software takes a quarter of the time
  const args = chromium.args.filter((each) => !unwanted.has(each) && !each.startsWith("--headless"));
  const executablePath = await chromium.executablePath();
  const launch = () => playwright.launch({ executablePath, args: [...args, "--no-sandbox", "--disable-gpu"], headless: true });
  // Once in some hundred times this Chromium dies as it starts; that is no fault of the page that nobody opened yet.
  return launch().catch(launch);
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe found wrong: the rule, what to do, and where. */
interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/**
 * Fails with the places where a page breaks WCAG 2.2 AA as far as a machine can tell.
 *
 * Axe is put into the page past its content policy, so that the page under test is the one that visitors get.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // What passes is counted, not described: describing it takes longer than all rules.
  const run = `${axe};axe.run(document,{resultTypes:["violations"],runOnly:["wcag2a","wcag2aa","wcag21a","wcag21aa","wcag22aa","best-practice"]}).then((r)=>JSON.stringify(r.violations))`;
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression: run,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(`axe could not run: ${exceptionDetails.text}`);
  const violations = JSON.parse(String(result.value)) as Violation[]; // the shape that axe documents for its results
  if (violations.length > 0)
    throw new Error(
      violations
        .map(
          ({ id, help, nodes }) =>
            `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(" ")}: ${node.failureSummary ?? ""}`).join("\n")}`,
        )
        .join("\n"),
    );
}
