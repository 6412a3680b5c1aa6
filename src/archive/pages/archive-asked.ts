import type { Reading } from "#database";
import { isDocumentClass } from "../document.ts";
import { type DocumentFilter, documentsOf, yearsOf } from "../document.store.ts";

const perPage = 25;

/** Reads the list that an address asks for, with what its filter needs; words that mean nothing do not narrow it. */
export async function askedList(tx: Reading, address: URL) {
  const asked = (name: string) => address.searchParams.get(name)?.trim() ?? "";
  const kind = asked("class");
  const year = /^\d{4}$/.test(asked("year")) ? Number(asked("year")) : undefined;
  const wished = /^[1-9]\d{0,5}$/.test(asked("page")) ? Number(asked("page")) : 1;
  const filter: DocumentFilter = {
    ...(isDocumentClass(kind) ? { class: kind } : {}),
    ...(year === undefined ? {} : { year }),
    ...(asked("q") === "" ? {} : { words: asked("q").slice(0, 200) }),
    perPage,
  };
  let page = wished;
  let found = await documentsOf(tx, { ...filter, page });
  const pages = Math.max(1, Math.ceil(found.count / perPage));
  if (page > pages) found = await documentsOf(tx, { ...filter, page: (page = pages) });
  const { class: ofClass, year: ofYear, words } = filter;
  return {
    ...found,
    page,
    pages,
    years: await yearsOf(tx),
    asked: { class: ofClass, year: ofYear, words },
    isFiltered: ofClass !== undefined || ofYear !== undefined || words !== undefined,
  };
}

/** What a list page is drawn from. */
export type AskedList = Awaited<ReturnType<typeof askedList>>;
