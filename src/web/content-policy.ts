/**
 * The content security policy of a page.
 *
 * A public page may run no script at all. A page of the workspace runs what carries its nonce, and what that loads. While
 * developing, the tools put styles into the page and open a socket, which production refuses.
 */
export function contentPolicy({ nonce, isDevelopment }: { nonce: string | undefined; isDevelopment: boolean }): string {
  return [
    "default-src 'none'",
    nonce === undefined ? "script-src 'none'" : `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    isDevelopment ? "connect-src 'self' ws:" : nonce === undefined ? "connect-src 'none'" : "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
