import { create } from "qrcode";

/** The QR code of an address as one path, a unit square for each dark module; without quiet zone, the paper is that. */
export function qrPath(address: string): { path: string; modules: number } {
  const { modules } = create(address, { errorCorrectionLevel: "M" });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      let length = 1;
      while (column + length < modules.size && modules.get(row, column + length)) length += 1;
      runs.push(`M${column} ${row}h${length}v1h-${length}z`);
      column += length;
    }
  }
  return { path: runs.join(""), modules: modules.size };
}
