import type { ComponentProps } from "react";
import type { StateTag } from "#web";

/** The tones that a state can have. */
export type Tone = ComponentProps<typeof StateTag>["tone"];
