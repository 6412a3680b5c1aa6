/** Text that is drawn into a page and is no part of its data. */
export interface Unsent {
  readonly text: string;
}

/**
 * Text for a loader to give to its own page, of a size that would not bear being packed beside the page a second time. React
 * Router packs what a loader gives whether the page sends script or not; it packs enumerable properties, and this is none.
 * A page that takes it says `scripted: false`, and has a `clientLoader` that asks for the whole page (`wholePage`).
 */
export function unsent(text: string): Unsent {
  return Object.defineProperty({ text: "" }, "text", { value: text, enumerable: false });
}

/** A `clientLoader` for a page without script: it is opened as a page, and not put into the one that is open. */
export function wholePage({ request }: { readonly request: Request }): Promise<never> {
  window.location.assign(request.url);
  return new Promise<never>(() => undefined);
}
