import type { ReactNode } from "react";
import { formatDate } from "#basics";
import { DefinitionList, EmptyState, StateTag, useLanguage, useWords } from "#web";
import { coalitionOrganWords } from "#words";
import type { Committee } from "../committee.ts";

/** Committees one under the other. A committee that works past its due date says so. `act` is what the reader may do with one. */
export function CommitteeList({
  committees,
  names,
  act,
}: {
  committees: readonly (Committee & { readonly late: boolean })[];
  names: Readonly<Record<string, string>>;
  act?: (committee: Committee) => ReactNode;
}) {
  const all = useWords(coalitionOrganWords);
  const words = all.committee;
  const language = useLanguage();
  if (committees.length === 0) return <EmptyState title={all.committeesNone}>{all.committeesNoneDetail}</EmptyState>;
  const createdText = ({ createdAtMeeting, createdOn, agreement }: Committee) => {
    const day = createdOn === undefined ? undefined : formatDate(createdOn, language);
    const meeting =
      createdAtMeeting === undefined
        ? day
        : day === undefined
          ? words.createdAt(createdAtMeeting)
          : words.createdAtOn(createdAtMeeting, day);
    return (
      [meeting, agreement === undefined ? undefined : words.agreement(agreement)].filter(Boolean).join(", ") ||
      words.createdUnknown
    );
  };
  return (
    <ul className="space-y-10">
      {committees.map((committee) => (
        <li key={committee.id} className="max-w-[56rem]">
          <h3 className="flex flex-wrap items-baseline gap-x-4 text-h3 font-semibold">
            {committee.name[language]}
            <span className="text-[1rem]">
              <StateTag tone={committee.state === "delivered" ? "good" : committee.late ? "caution" : "neutral"}>
                {committee.late ? words.late : words.states[committee.state]}
              </StateTag>
            </span>
          </h3>
          <div className="mt-3">
            <DefinitionList
              items={[
                { term: words.mandate, detail: committee.mandate[language] },
                {
                  term: words.members,
                  detail: committee.members
                    .map(({ country, coordinates }) =>
                      coordinates ? words.coordinates(names[country] ?? country) : (names[country] ?? country),
                    )
                    .join(", "),
                },
                {
                  term: words.collaborators,
                  detail:
                    committee.collaborators
                      .map(({ name, note }) => [name[language], note?.[language]].filter(Boolean).join(": "))
                      .join("; ") || words.noCollaborators,
                },
                { term: words.created, detail: createdText(committee) },
                {
                  term: words.due,
                  detail:
                    [
                      committee.dueWords?.[language],
                      committee.dueOn === undefined ? undefined : formatDate(committee.dueOn, language),
                    ]
                      .filter(Boolean)
                      .join("; ") || words.dueUnknown,
                },
                ...(committee.deliverable === undefined && committee.closedOn === undefined
                  ? []
                  : [
                      {
                        term: words.deliverable,
                        detail: [
                          committee.deliverable?.[language],
                          committee.closedOn === undefined
                            ? undefined
                            : words.closedOn(formatDate(committee.closedOn, language)),
                        ]
                          .filter(Boolean)
                          .join(". "),
                      },
                    ]),
              ]}
            />
          </div>
          {committee.source !== undefined && (
            <p className="mt-2 text-small text-ink-soft">{all.source(committee.source[language])}</p>
          )}
          {act?.(committee)}
        </li>
      ))}
    </ul>
  );
}
