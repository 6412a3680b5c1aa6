import { shellWords } from "#words";
import { PageHeading } from "../components/page-heading.tsx";
import { demoContext } from "../context.ts";
import { useWords } from "../language.ts";
import { notFound } from "../turn-away.ts";
import { DesignGallery } from "./design-gallery.tsx";
import type { Route } from "./+types/design.ts";

/** The gallery is open in the demonstration only. */
export function loader({ context }: Route.LoaderArgs) {
  if (!context.get(demoContext)) throw notFound();
  return null;
}

/** All components on one page, to be looked at in both themes. */
export default function Design() {
  const words = useWords(shellWords).designPage;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <DesignGallery />
    </>
  );
}
