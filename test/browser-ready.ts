import chromium from "@sparticuz/chromium";

/** Unpacks the browser once, before test files that run side by side would both begin to. */
export default async function setup(): Promise<void> {
  await chromium.executablePath();
}
