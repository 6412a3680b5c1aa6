/** Words of the mails and calendars of a meeting. */
export const plenaryMeetingLetterEn = {
  convocation: {
    subject: (meeting: string) => `Convocation to meeting ${meeting} of CORETT`,
    body: (meeting: string, kind: string, when: string, place: string, page: string) =>
      `You are convened to meeting ${meeting} of the Regional Coalition (${kind}).\n\nDate and time: ${when}\nPlace: ${place}\n\nThe agenda, the documents and the link of the room, if there is one, are on the platform. There, acknowledge receipt of this convocation and confirm your delegation's attendance:\n${page}\n\nThis mail carries an invitation for your calendar.`,
  },
  update: {
    subject: (meeting: string) => `Changes to meeting ${meeting} of CORETT`,
    body: (meeting: string, when: string, place: string, page: string) =>
      `Details of meeting ${meeting} of the Regional Coalition have changed. This is how it stands:\n\nDate and time: ${when}\nPlace: ${place}\n\nSee the details on the platform and acknowledge receipt of the change:\n${page}\n\nThis mail updates the appointment in your calendar.`,
  },
  cancellation: {
    subject: (meeting: string) => `Meeting ${meeting} of CORETT was cancelled`,
    body: (meeting: string, when: string, reason: string, page: string) =>
      `Meeting ${meeting} of the Regional Coalition, which was to be held on ${when}, was cancelled.\n\nReason: ${reason}\n\nWhat had been prepared is kept on the platform:\n${page}\n\nThis mail removes the appointment from your calendar.`,
  },
  reminder: {
    subject: (meeting: string) => `Reminder: confirm the attendance at meeting ${meeting}`,
    body: (meeting: string, when: string) =>
      `Your delegation has not yet confirmed whether it attends meeting ${meeting} of the Regional Coalition.\n\nDate and time: ${when}\n\nSign in to the platform, open the meeting and answer under “Delegations”.`,
  },
  calendar: {
    summary: (meeting: string, kind: string) => `Meeting ${meeting} of CORETT (${kind})`,
    description: (page: string) => `Agenda, documents, link of the room and confirmation of attendance: ${page}`,
    cancelled: "The meeting was cancelled.",
    virtualPlace: "Virtual meeting; the link is on the platform",
    hybridPlace: (place: string) => `${place}, and by link (it is on the platform)`,
    kinds: { ordinary: "ordinary", extraordinary: "extraordinary" },
  },
} as const;
