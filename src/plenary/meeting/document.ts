import type { Language } from "#basics";

/** A paper of a meeting, for one of its points or for the whole. The file itself is in the archive. */
export interface MeetingDocument {
  readonly id: string;
  readonly item: string | null;
  /** Its id in the archive. */
  readonly document: string;
  readonly title: string;
  readonly openToObservers: boolean;
  readonly attachedAt: Date;
  readonly withdrawnAt: Date | null;
}

/** A paper as somebody attaches it. */
export interface DocumentDraft {
  /** Made with the form, so that the same form sent twice attaches one. */
  readonly id: string;
  readonly item: string | null;
  readonly title: string;
  readonly language: Language;
  readonly openToObservers: boolean;
  readonly file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}

/** The largest paper that is taken, in bytes. */
export const largestDocument = 25_000_000;

/** A folder or file name for a package that every system can unpack: no slashes, no signs that systems keep for themselves. */
export function packageName(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*#%]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, "");
  return plain === "" ? "_" : plain;
}
