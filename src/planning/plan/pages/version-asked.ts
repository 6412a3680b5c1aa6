/** The version that an address names: `?version=2`. Undefined where it names none, or nonsense. */
export function askedVersion(request: Request): number | undefined {
  const text = new URL(request.url).searchParams.get("version") ?? "";
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}
