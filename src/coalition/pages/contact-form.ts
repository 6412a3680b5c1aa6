import { type ContactFacts, contactKinds, contactProblems } from "../contact.ts";
import { crimes } from "../crime.ts";
import { said } from "./form-text.ts";

/** An entry as it was typed: its facts, or the problems by field. */
export function contactTyped(
  form: FormData,
): { readonly facts: ContactFacts } | { readonly problems: Record<string, readonly string[]> } {
  const [name, email, telephone] = [said(form, "name"), said(form, "email").toLowerCase(), said(form, "telephone")];
  const [post, institution] = [said(form, "post"), said(form, "institution")];
  const kind = contactKinds.find((each) => each === said(form, "kind"));
  const crime = crimes.find((each) => each === said(form, "crime"));
  const long = ["name", "post", "institution", "email", "telephone"].filter((field) => said(form, field).length > 200);
  const problems = {
    ...contactProblems({ name, email, telephone }),
    ...Object.fromEntries(long.map((field) => [field, ["too-long"]])),
    ...(kind === undefined ? { kind: ["kind-needed"] } : {}),
    ...(crime === undefined ? { crime: ["crime-needed"] } : {}),
  };
  if (kind === undefined || crime === undefined || Object.keys(problems).length > 0) return { problems };
  return {
    facts: {
      name,
      ...(post === "" ? {} : { post }),
      ...(institution === "" ? {} : { institution }),
      ...(email === "" ? {} : { email }),
      ...(telephone === "" ? {} : { telephone }),
      crime,
      language: said(form, "language") === "en" ? "en" : "es",
      kind,
    },
  };
}
