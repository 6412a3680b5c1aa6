import { createHash } from "node:crypto";
import { mkdirSync, realpathSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A second platform was started on a folder that a running one holds. The message is for the person at the terminal. */
export class FolderInUse extends Error {
  override name = "FolderInUse";
}

/**
 * Holds a data folder for this process as long as it lives.
 *
 * A socket in the system's temporary folder answers for the holder: a process that was killed no longer answers, so its
 * lock is void without any clock or process number being trusted.
 */
export async function holdFolder(folder: string): Promise<{ release: () => Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const key = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 24);
  const address = process.platform === "win32" ? `\\\\.\\pipe\\corett-${key}` : join(tmpdir(), `corett-${key}.sock`);

  const holder = await ask(address);
  if (holder !== undefined) {
    throw new FolderInUse(
      `The data folder ${folder} is in use by another CORETT platform (process ${holder}). Stop that one first, or choose another folder with --data.`,
    );
  }
  if (process.platform !== "win32") {
    try {
      unlinkSync(address);
    } catch {
      // nothing was left behind
    }
  }
  const server = createServer((socket) => socket.end(String(process.pid)));
  await new Promise<void>((done, fail) => server.once("error", fail).listen(address, done));
  server.unref();
  return { release: () => new Promise((done) => server.close(() => done())) };
}

/** The process number that answers at the address, or nothing when nobody does. */
function ask(address: string): Promise<string | undefined> {
  return new Promise((done) => {
    let answer = "";
    const socket = connect(address);
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (part) => (answer += part.toString()));
    socket.on("end", () => done(answer || "unknown"));
    socket.on("error", () => done(undefined));
    socket.on("close", () => done(answer || undefined));
  });
}
