import { sha256 } from "./manifest.ts";
import type { ReleaseData } from "./release-data.ts";

/** Digest of everything that the page of one area says: its figures, its trend, its source. What a country approves. */
export function pageDigest(release: ReleaseData, area: string): string {
  return sha256(
    JSON.stringify({
      area: release.areas.find((each) => each.code === area),
      cells: release.cells.filter((cell) => cell.area === area),
      trend: release.trend.filter((point) => point.area === area),
      k: release.k,
      methodology: release.methodology,
    }),
  );
}
