import { shellWords } from "#words";
import { PageHeading } from "../components/page-heading.tsx";
import { useWords } from "../language.ts";
import { contactAddress } from "../public-shell.tsx";

/** What the platform does so that everyone can read it, what is missing, and where to tell. */
export default function Accessibility() {
  const words = useWords(shellWords).accessibilityPage;
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <div className="prose measure mt-4">
        <h2>{words.howTitle}</h2>
        <ul>
          {words.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <h2>{words.limitsTitle}</h2>
        <p>{words.limits}</p>
        <h2>{words.tellTitle}</h2>
        <p>
          {words.tell}{" "}
          <a href={`mailto:${contactAddress}`} className="link">
            {contactAddress}
          </a>
        </p>
      </div>
    </>
  );
}
