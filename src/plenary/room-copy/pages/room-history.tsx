import { Link } from "react-router";
import { formatInstant } from "#basics";
import { DataTable, Section, StateTag, useLanguage, useWords } from "#web";
import { plenaryRoomCopyWords } from "#words";
import { type RoomCopy, type RoomCopyState, auditNumber } from "../room-copy.ts";

const tones = { prepared: "neutral", withdrawn: "neutral", handed: "caution", returned: "good", revoked: "bad" } as const satisfies Record<RoomCopyState, string>;

/** The copies that the session of a meeting had, and what became of each. */
export function RoomHistory({ copies }: { copies: readonly RoomCopy[] }) {
  const words = useWords(plenaryRoomCopyWords).history;
  const language = useLanguage();
  if (copies.length === 0) return null;
  return (
    <Section title={words.title}>
      <DataTable
        caption={words.title}
        hideCaption
        rows={copies}
        rowKey={({ id }) => id}
        columns={[
          { id: "prepared", head: words.prepared, kind: "row-head", cell: ({ preparedAt, preparedByName }) => `${formatInstant(preparedAt, language)} · ${preparedByName}` },
          { id: "state", head: words.state, cell: ({ state }) => <StateTag tone={tones[state]}>{words.states[state]}</StateTag> },
          {
            id: "detail",
            head: words.detail,
            cell: (copy) => (
              <>
                {copy.returnedAt !== null && words.returned(formatInstant(copy.returnedAt, language))}
                {copy.document !== null && (
                  <>
                    {" · "}
                    <Link className="link" to={`/${language}/workspace/archive/${auditNumber(copy)}`}>
                      {words.chain}
                    </Link>
                  </>
                )}
                {copy.state === "revoked" && words.revoked(copy.revokedByName ?? "", copy.revocationReason ?? "")}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
