import { Form, Link } from "react-router";
import { Actions, Button, Select, useLanguage, useWords } from "#web";
import { plenaryAgreementWords } from "#words";
import type { FilterChoices } from "./agreement-query.ts";

/** The filters of a list of agreements: a form that asks with GET, so that what it shows has an address. */
export function AgreementFilter({ choices, here }: { choices: FilterChoices; here: string }) {
  const words = useWords(plenaryAgreementWords).filter;
  const language = useLanguage();
  const all = { value: "", label: words.all };
  const { asked } = choices;
  return (
    <Form method="get" action={`/${language}${here}`} className="mt-6 max-w-[56rem] border-y border-line pb-6" aria-label={words.title}>
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {choices.countries.length > 0 && (
          <Select name="country" problem={undefined} label={words.country} help={words.countryHelp} value={asked.country ?? ""} options={[all, ...choices.countries]} />
        )}
        {choices.parties.length > 0 && (
          <Select name="responsible" problem={undefined} label={words.responsible} value={asked.responsible ?? ""} options={[all, ...choices.parties]} />
        )}
        <Select name="year" problem={undefined} label={words.year} value={asked.year === undefined ? "" : String(asked.year)} options={[all, ...choices.years]} />
        <Select name="meeting" problem={undefined} label={words.meeting} value={asked.meeting ?? ""} options={[all, ...choices.meetings]} />
        {choices.standings.length > 0 && (
          <Select name="standing" problem={undefined} label={words.standing} value={asked.standing ?? ""} options={[all, ...choices.standings]} />
        )}
      </div>
      <Actions>
        <Button kind="quiet">{words.apply}</Button>
        {choices.isFiltered && (
          <Link to={`/${language}${here}`} className="link">
            {words.clear}
          </Link>
        )}
      </Actions>
    </Form>
  );
}
