import type { Language, Text } from "#basics";

/** A member state and its national mechanism, as the coalition's own texts name them. */
export interface MemberState {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: Text;
  readonly mechanism: Text;
  /** The language in which the mechanism bears its name; the other one is a translation. */
  readonly mechanismLanguage: Language;
  /** The law or decree it stands on; absent where the coalition's texts do not say. */
  readonly basis?: Text;
}
