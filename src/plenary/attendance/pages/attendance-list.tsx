import { Link } from "react-router";
import { read } from "#database";
import { DataTable, Section, useLanguage, useWords } from "#web";
import { plenaryAttendanceWords } from "#words";
import { meetingAddress } from "../../meeting/pages/meeting-address.ts";
import { askedMeeting } from "../../meeting/pages/meeting-asked.ts";
import { clockIn } from "../clock.ts";
import { attendanceView } from "./attendance-view.ts";
import type { Route } from "./+types/attendance-list.ts";

/** The list of attendance as it is printed: who was in the room, from when to when, and room to sign. */
export async function loader(args: Route.LoaderArgs) {
  const { database, actor, meeting, language } = await askedMeeting(args);
  const { board, quorum } = await read(database, actor, (tx) => attendanceView(tx, meeting, language, new Date()));
  const rows = board.flatMap(({ name: of, people }) =>
    people
      .filter(({ isWithdrawn }) => !isWithdrawn)
      .map(({ accreditation, name, post, capacity, isIn, last, arrived }) => ({
        accreditation,
        of,
        name: post === "" ? name : `${name}, ${post}`,
        capacity,
        arrival: arrived ? clockIn(arrived.at, meeting.timeZone) : "",
        departure: arrived && !isIn ? (last ?? "") : "",
      })),
  );
  return { id: meeting.id, rows, quorum: quorum?.sentence ?? "" };
}

/** The printed list of attendance. */
export default function AttendanceList({ loaderData: { id, rows, quorum } }: Route.ComponentProps) {
  const words = useWords(plenaryAttendanceWords);
  const language = useLanguage();
  const columns = words.printColumns;
  return (
    <Section title={words.printTitle(id)} lead={quorum}>
      <p className="mb-4 text-small text-ink-soft print:hidden">
        {words.print}{" "}
        <Link to={meetingAddress(language, id, "attendance")} className="link">
          {words.back}
        </Link>
      </p>
      <DataTable
        caption={words.printTitle(id)}
        hideCaption
        rows={rows}
        rowKey={(row) => row.accreditation}
        columns={[
          { id: "of", head: columns.delegation, kind: "row-head", cell: (row) => row.of },
          { id: "name", head: columns.name, kind: "long", cell: (row) => row.name },
          { id: "capacity", head: columns.capacity, cell: (row) => words.capacities[row.capacity] },
          { id: "arrival", head: columns.arrival, kind: "number", cell: (row) => row.arrival },
          { id: "departure", head: columns.departure, kind: "number", cell: (row) => row.departure },
          { id: "signature", head: columns.signature, cell: () => <span className="hidden min-w-[9rem] border-b border-ink print:inline-block">&nbsp;</span> },
        ]}
      />
    </Section>
  );
}
