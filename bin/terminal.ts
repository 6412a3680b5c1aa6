import { MultiBar, Presets } from "cli-progress";
import type { Language, Text } from "#basics";

/** Words, progress and outcome at the terminal: for people, or as JSON for scripts. */
export interface Terminal {
  readonly language: Language;
  readonly json: boolean;
  /** A line for people; silent when the outcome is asked for as JSON. */
  readonly say: (line: string) => void;
  /** Starts the progress of one step; the returned function tells how far it is and `done` ends it. */
  readonly step: (title: string) => { tell: (step: Text, done?: number, total?: number) => void; done: (closing?: string) => void };
  /** The outcome: printed as JSON when that was asked for. */
  readonly outcome: (value: object) => void;
}

/** Opens the terminal for a command. Bars are drawn only where somebody looks at them. */
export function openTerminal({ json = false, language = "es" }: { readonly json?: boolean; readonly language?: Language } = {}): Terminal {
  const isWatched =  process.stderr.isTTY && !json;
  return {
    language,
    json,
    say: (line) => {
      if (!json) process.stdout.write(`${line}\n`);
    },
    outcome: (value) => {
      if (json) process.stdout.write(`${JSON.stringify(value)}\n`);
    },
    step: (title) => {
      const started = performance.now();
      const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
      if (!isWatched) {
        return {
          tell: () => undefined,
          done: (closing = "") => {
            if (!json) process.stdout.write(`  ${title}${closing ? `: ${closing}` : ""} (${seconds()} s)\n`);
          },
        };
      }
      const bars = new MultiBar({ format: "  {title} {bar} {step}", hideCursor: true, clearOnComplete: true, barsize: 24 }, Presets.shades_classic);
      const bar = bars.create(1, 0, { title, step: "" });
      return {
        tell: (step, done = 0, total = 0) => {
          bar.setTotal(Math.max(total, 1));
          bar.update(done, { title, step: step[language] });
        },
        done: (closing = "") => {
          bars.stop();
          process.stdout.write(`  ${title}${closing ? `: ${closing}` : ""} (${seconds()} s)\n`);
        },
      };
    },
  };
}

/** A command cannot go on for a reason that its user can mend: printed as it is, without a trace. */
export class CommandFault extends Error {
  override name = "CommandFault";
  constructor(
    message: string,
    /** 1: the command did not do it; 2: it was asked wrongly; 3: verification failed. */
    readonly code: 1 | 2 | 3 = 1,
  ) {
    super(message);
  }
}
