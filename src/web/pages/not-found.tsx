import { notFound } from "../turn-away.ts";

/** Every address that no page answers. */
export function loader(): never {
  throw notFound();
}

/** Forms sent to an address that no page answers. */
export function action(): never {
  throw notFound();
}

/** Never drawn: the frame shows the error page. */
export default function NotFound() {
  return null;
}
