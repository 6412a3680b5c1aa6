import { formatInstant } from "#basics";
import { plenaryRoomCopyWords, shellWords } from "#words";
import { isRouteErrorResponse, useLocation } from "react-router";
import { LinkButton } from "./components/button.tsx";
import { PageHeading } from "./components/page-heading.tsx";
import { useLanguage, useWords } from "./language.ts";
import { usePageSetting } from "./page-setting.ts";

/** Says in words what happened and what can be done; a fault shows its reference number and nothing of its insides. */
export function ErrorPage({ error }: { error: unknown }) {
  const { errors } = useWords(shellWords);
  const language = useLanguage();
  const { requestId } = usePageSetting();
  const isDesk = useLocation().pathname.startsWith(`/${language}/workspace`);
  const status = isRouteErrorResponse(error) ? statusOf(error.status) : 500;
  const held = useHeld(error);
  const { title, detail } = held ?? errors[status];
  return (
    <div className="max-w-[44rem] py-6 md:py-12">
      <PageHeading title={title} lead={detail} />
      {status === 500 && held === undefined && requestId !== "" && <p className="figures mt-4 text-ink-soft">{errors.reference(requestId)}</p>}
      <p className="mt-8">
        <LinkButton to={isDesk ? `/${language}/workspace` : `/${language}`} reloadDocument>
          {isDesk ? errors.toDesk : errors.toHome}
        </LinkButton>
      </p>
    </div>
  );
}

/** The sentence of a write that was turned away because a copy in the room, or the platform itself, holds the session. */
function useHeld(error: unknown): { title: string; detail: string } | undefined {
  const words = useWords(plenaryRoomCopyWords);
  const language = useLanguage();
  if (!isRouteErrorResponse(error) || error.status !== 423) return undefined;
  const { word, meeting, since } = error.data as { word: keyof typeof words.held; meeting: string; since: string }; // as the guard of the schema writes it
  return { title: words.title, detail: words.held[word](meeting, formatInstant(new Date(since), language)) };
}

function statusOf(status: number): 403 | 404 | 409 | 413 | 500 {
  if (status === 401 || status === 403) return 403;
  if (status === 404 || status === 405 || status === 400) return 404;
  if (status === 409 || status === 413) return status;
  return 500;
}
