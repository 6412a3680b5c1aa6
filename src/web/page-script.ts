/** Whether a handle says `scripted`, and what; most routes say nothing. */
function word(handle: unknown): boolean | undefined {
  return typeof handle === "object" && handle !== null && "scripted" in handle && typeof handle.scripted === "boolean" ? handle.scripted : undefined;
}

/**
 * Whether a page sends script, by the handles of its routes from the outermost to the page itself: the innermost that says
 * `scripted` decides. Frames of the workspace say true; public pages say nothing and send none; a page whose size is its
 * weight says false.
 */
export function sendsScript(handles: readonly unknown[]): boolean {
  return handles.map(word).findLast((said) => said !== undefined) ?? false;
}

/** Whether a page is for members: one of its frames sends script, whatever the page itself says. Search engines are asked to pass it by. */
export function isForMembers(handles: readonly unknown[]): boolean {
  return handles.some((handle) => word(handle) === true);
}
