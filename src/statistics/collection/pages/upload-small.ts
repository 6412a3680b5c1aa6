/** Files up to this size, in bytes, are checked while the page waits; larger ones go on as a task. */
const smallFile = 2 * 1024 * 1024;

/** Whether a file is small enough to be checked while the page waits. */
export function isSmall(bytes: number): boolean {
  return bytes < smallFile;
}
