/** Words of the mails and calendars of a meeting. */
export const plenaryMeetingLetterEs = {
  convocation: {
    subject: (meeting: string) => `Convocatoria a la reunión ${meeting} de CORETT`,
    body: (meeting: string, kind: string, when: string, place: string, page: string) =>
      `Se le convoca a la reunión ${meeting} de la Coalición Regional (${kind}).\n\nFecha y hora: ${when}\nLugar: ${place}\n\nLa agenda, los documentos y, si lo hay, el enlace de la sala están en la plataforma. Acuse ahí el recibo de esta convocatoria y confirme la asistencia de su delegación:\n${page}\n\nEste correo lleva una invitación para su calendario.`,
  },
  update: {
    subject: (meeting: string) => `Cambios en la reunión ${meeting} de CORETT`,
    body: (meeting: string, when: string, place: string, page: string) =>
      `Cambiaron datos de la reunión ${meeting} de la Coalición Regional. Así queda:\n\nFecha y hora: ${when}\nLugar: ${place}\n\nVea los detalles en la plataforma y acuse recibo del cambio:\n${page}\n\nEste correo actualiza la cita en su calendario.`,
  },
  cancellation: {
    subject: (meeting: string) => `Se canceló la reunión ${meeting} de CORETT`,
    body: (meeting: string, when: string, reason: string, page: string) =>
      `Se canceló la reunión ${meeting} de la Coalición Regional, prevista para el ${when}.\n\nMotivo: ${reason}\n\nLo que se había preparado se conserva en la plataforma:\n${page}\n\nEste correo retira la cita de su calendario.`,
  },
  reminder: {
    subject: (meeting: string) => `Recordatorio: confirme la asistencia a la reunión ${meeting}`,
    body: (meeting: string, when: string) =>
      `Su delegación aún no confirma si asiste a la reunión ${meeting} de la Coalición Regional.\n\nFecha y hora: ${when}\n\nIngrese a la plataforma, abra la reunión y responda en «Delegaciones».`,
  },
  calendar: {
    summary: (meeting: string, kind: string) => `Reunión ${meeting} de CORETT (${kind})`,
    description: (page: string) => `Agenda, documentos, enlace de la sala y confirmación de asistencia: ${page}`,
    cancelled: "La reunión se canceló.",
    virtualPlace: "Reunión virtual; el enlace está en la plataforma",
    hybridPlace: (place: string) => `${place}, y por enlace (está en la plataforma)`,
    kinds: { ordinary: "ordinaria", extraordinary: "extraordinaria" },
  },
} as const;
