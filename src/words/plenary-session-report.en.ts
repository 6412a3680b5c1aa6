/** Words of the country reports of a meeting and of the representations of the coalition, in English. */
export const plenarySessionReportEn = {
  reports: {
    title: "Country situation reports",
    lead: "Each delegation hands in its report before or during the session and presents it to the plenary.",
    progress: (handed: string, all: string, presented: string) => `${handed} of ${all} delegations handed in their report; ${presented} presented it.`,
    none: "Not handed in", handed: (time: string) => `Handed in, ${time}`, presented: (time: string) => `Presented, ${time}`, document: "Document", present: "Mark as presented",
    own: "The report of your country", body: "Text of the report", bodyHelp: "The situation of trafficking in persons and smuggling of migrants in your country since the last meeting.", file: "Document (optional)", fileHelp: "PDF, Word, Excel, PowerPoint or picture, up to 20 MB. A new document replaces the earlier one as its next version.",
    submit: "Hand in the report", again: "Hand in again", did: "The report is handed in.", didPresent: "The report is marked as presented.", readOnly: "Your report was presented to the plenary and no longer changes.", read: (country: string) => `Read the report of ${country}`, back: "Back to the session",
    refusals: {
      "not-yours": "Only the delegates of a country hand in its report; the presidency and the technical secretariat mark it as presented.", "meeting-over": "The meeting is not at the point of taking or presenting reports.", "no-seat": "Your country has no seat in this meeting.",
      "body-missing": "Write the text of the report; the document is optional.", "already-presented": "That report was presented and no longer changes.", "not-handed-in": "That delegation has not handed in its report yet.",
    },
  },
  representations: {
    title: "Representations",
    lead: "Who represented the coalition, where and when. The presidency represents it or delegates the function to a member state, which reports to the plenary.",
    none: "There are no representations yet", noneDetail: "The presidency or the technical secretariat enter here the forums and events at which the coalition is represented.",
    new: "Enter a representation", columns: { event: "Event or forum", who: "Represented by", when: "Dates", state: "Report" }, caption: "Representations of the coalition",
    presidency: "The presidency", waiting: "Report missing", reported: "Report handed in", heard: (meeting: string) => `Heard in meeting ${meeting}`,
    event: "Event or forum", place: "Place", from: "From", until: "Until", who: "Who represents", whoHelp: "If the presidency delegates the function, choose the member state.", submit: "Enter", report: "Report", reportHelp: "What was said on behalf of the coalition, to whom and with what result.", reportSubmit: "Hand in the report",
    hear: "The plenary heard this report", hearIn: (meeting: string) => `Record that it was heard in meeting ${meeting}`, noOpen: "To record that the plenary heard it, a session must be open.", didEnter: "The representation is entered.", didReport: "The report is handed in.", didHear: "It is recorded that the plenary heard the report.", back: "All representations",
    refusals: {
      "not-yours": "The presidency and the technical secretariat enter representations; whoever represented reports.", unknown: "There is no such representation.", "unknown-meeting": "That meeting is not in session.", "text-missing": "Write the report.", "event-missing": "Write the event or forum.", "bad-days": "Choose both dates; the second cannot be before the first.",
      "unknown-country": "Choose a member state, or the presidency.", "not-reported-yet": "There is no report to hear yet.", "already-heard": "The plenary has already heard that report: it stays as it is.",
    },
  },
};
