/** The permanent address of a file of a version; the same in both languages. */
export function fileAddress(number: string, version: number, name: string): string {
  return `/archive/files/${number}/${version}/${encodeURIComponent(name)}`;
}
