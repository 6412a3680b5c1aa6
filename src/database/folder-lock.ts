import { createHash } from "node:crypto";
import { mkdirSync, realpathSync, unlinkSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Who holds a folder: a platform stays and can be shared; a command is done in a while. */
export interface Holder {
  readonly pid: string;
  readonly role: "platform" | "command";
}

/** A second platform was started on a folder that a running one holds. The message is for the person at the terminal. */
export class FolderInUse extends Error {
  override name = "FolderInUse";
  constructor(
    folder: string,
    readonly holder: Holder,
  ) {
    super(`The data folder ${folder} is in use by another CORETT platform (process ${holder.pid}). Stop that one first, or choose another folder with --data.`);
  }
}

/**
 * Holds a data folder for this process as long as it lives.
 *
 * A socket in the system's temporary folder answers for the holder: a process that was killed no longer answers, so its
 * lock is void without any clock or process number being trusted.
 */
export async function holdFolder(folder: string, role: Holder["role"]): Promise<{ release: () => Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const key = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 24);
  const address = process.platform === "win32" ? `\\\\.\\pipe\\corett-${key}` : join(tmpdir(), `corett-${key}.sock`);

  const holder = await ask(address);
  if (holder) throw new FolderInUse(folder, holder);
  if (process.platform !== "win32") {
    try {
      unlinkSync(address);
    } catch {
      // nothing was left behind
    }
  }
  const server = createServer((socket) => socket.end(`${process.pid} ${role}`));
  await new Promise<void>((done, fail) => server.once("error", fail).listen(address, done));
  server.unref();
  return { release: () => new Promise((done) => server.close(() => done())) };
}

/** The holder that answers at the address, or nothing when nobody does. */
function ask(address: string): Promise<Holder | undefined> {
  return new Promise((done) => {
    let answer = "";
    const socket = connect(address);
    const settle = () => {
      const [pid, role] = answer.split(" ");
      done(pid ? { pid, role: role === "command" ? "command" : "platform" } : undefined);
    };
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (part) => (answer += part.toString()));
    socket.on("error", () => done(undefined));
    socket.on("close", settle);
  });
}
