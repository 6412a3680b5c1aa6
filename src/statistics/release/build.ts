import { type ReleaseFile, releaseFiles } from "./files.ts";
import type { ReleaseInputs } from "./inputs.ts";
import { type BuildProgress, type ProtectedRelease, protectRelease } from "./protect-release.ts";

/** A release ready to be kept or written to a folder. */
export interface BuiltRelease extends ProtectedRelease {
  /** Every file, the manifest last. */
  readonly files: readonly ReleaseFile[];
}

/**
 * Builds a release from its inputs: protection, attack, figures, files. The same inputs give the same bytes. `baseUrl` is the
 * public address printed on infographics. Throws `ReleaseRefused` where the figures cannot be published.
 */
export async function buildRelease(inputs: ReleaseInputs, options: { readonly baseUrl: string; readonly onProgress?: BuildProgress }): Promise<BuiltRelease> {
  const tell = options.onProgress ?? (() => undefined);
  const release = await protectRelease(inputs, tell);
  const files = await releaseFiles(release.data, inputs.methodology, { baseUrl: options.baseUrl, onProgress: tell });
  return { ...release, files };
}
