import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";

/** First bytes of a sealed file: what it is, and which way of sealing. */
const mark = Buffer.from("CORETT-ROOM-1\n");
const saltLength = 16;
const nonceLength = 12;
const tagLength = 16;

/**
 * Seals the bytes of a bundle with a key: AES-256-GCM under a key of scrypt (N 2^15, r 8, p 1). A lost stick opens nothing,
 * and not one byte of it can be changed unnoticed.
 */
export function seal(content: Uint8Array, key: string): Buffer {
  const salt = randomBytes(saltLength);
  const nonce = randomBytes(nonceLength);
  const head = Buffer.concat([mark, salt, nonce]);
  const cipher = createCipheriv("aes-256-gcm", stretched(key, salt), nonce).setAAD(head);
  return Buffer.concat([head, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` sealed. A wrong key and an altered file cannot be told apart: both are 'does-not-open'. */
export function unseal(file: Uint8Array, key: string): Buffer | "not-a-bundle" | "does-not-open" {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const headLength = mark.length + saltLength + nonceLength;
  if (bytes.length < headLength + tagLength || !bytes.subarray(0, mark.length).equals(mark)) return "not-a-bundle";
  const salt = bytes.subarray(mark.length, mark.length + saltLength);
  const nonce = bytes.subarray(mark.length + saltLength, headLength);
  const decipher = createDecipheriv("aes-256-gcm", stretched(key, salt), nonce, { authTagLength: tagLength })
    .setAAD(bytes.subarray(0, headLength))
    .setAuthTag(bytes.subarray(bytes.length - tagLength));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(headLength, bytes.length - tagLength)), decipher.final()]);
  } catch {
    return "does-not-open";
  }
}

function stretched(key: string, salt: Uint8Array): Buffer {
  return scryptSync(key, salt, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 });
}
