import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";

/** What a server process serves. */
export interface ServerWish {
  readonly ownerUrl: string;
  readonly secret: string;
  /** Folder of the built pages. */
  readonly pages: string;
}

/** A server process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** Ends it as a power cut does: no goodbye, nothing is finished. Resolves once it is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts `program` (usually a whole server of the plenary) on a database and waits until it listens. What it logs is shown unless `errors` says otherwise. */
export async function startServer(wish: ServerWish, { program = "test/plenary-server.ts", errors = "inherit" }: { readonly program?: string; readonly errors?: "inherit" | "ignore" } = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", program], {
    cwd: resolve(import.meta.dirname, ".."),
    env: { ...process.env, NODE_ENV: "production", CORETT_TEST_SERVER: JSON.stringify(wish) },
    stdio: ["ignore", "pipe", errors],
  });
  const gone = new Promise<void>((done) => child.once("exit", () => done()));
  return {
    url: await firstLine(child),
    kill: async () => {
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((found, reject) => {
    let said = "";
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`A server ended with ${code} before it listened`)));
    child.stdout?.on("data", (piece: Buffer) => {
      said += piece.toString();
      if (said.includes("\n")) found(said.slice(0, said.indexOf("\n")));
    });
  });
}
