/** Words of the country reports of a meeting and of the representations of the coalition. */
export const plenarySessionReportEs = {
  reports: {
    title: "Informes de situación de los países",
    lead: "Cada delegación entrega su informe antes de la sesión o durante ella, y lo presenta al Pleno.",
    progress: (handed: string, all: string, presented: string) => `${handed} de ${all} delegaciones entregaron su informe; ${presented} lo presentaron.`,
    none: "Sin entregar", handed: (time: string) => `Entregado, ${time}`, presented: (time: string) => `Presentado, ${time}`, document: "Documento", present: "Marcar como presentado",
    own: "El informe de su país", body: "Texto del informe", bodyHelp: "La situación de la trata de personas y el tráfico ilícito de migrantes en su país desde la última reunión.", file: "Documento (opcional)", fileHelp: "PDF, Word, Excel, PowerPoint o imagen, hasta 20 MB. Un documento nuevo reemplaza al anterior como versión siguiente.",
    submit: "Entregar el informe", again: "Entregar de nuevo", did: "El informe quedó entregado.", didPresent: "El informe quedó como presentado.", readOnly: "Su informe ya se presentó al Pleno y no cambia.", read: (country: string) => `Leer el informe de ${country}`, back: "Volver a la sesión",
    refusals: {
      "not-yours": "Solo las personas delegadas de un país entregan su informe; lo marcan como presentado la Presidencia y la Secretaría Técnica.", "meeting-over": "La reunión no está en el momento de recibir o presentar informes.", "no-seat": "Su país no tiene asiento en esta reunión.",
      "body-missing": "Escriba el texto del informe; el documento es opcional.", "already-presented": "Ese informe ya se presentó y no cambia.", "not-handed-in": "Esa delegación todavía no entrega su informe.",
    },
  },
  representations: {
    title: "Representaciones",
    lead: "Quién representó a la coalición, dónde y cuándo. La Presidencia representa o delega esa función en un Estado miembro, que informa al Pleno.",
    none: "Todavía no hay representaciones", noneDetail: "La Presidencia o la Secretaría Técnica registran aquí los foros y actos en los que se representa a la coalición.",
    new: "Registrar una representación", columns: { event: "Acto o foro", who: "Representa", when: "Fechas", state: "Informe" }, caption: "Representaciones de la coalición",
    presidency: "La Presidencia", waiting: "Falta el informe", reported: "Informe entregado", heard: (meeting: string) => `Escuchado en la reunión ${meeting}`,
    event: "Acto o foro", place: "Lugar", from: "Desde", until: "Hasta", who: "Quién representa", whoHelp: "Si la Presidencia delega la función, elija el Estado miembro.", submit: "Registrar", report: "Informe", reportHelp: "Qué se dijo en nombre de la coalición, ante quién y con qué resultado.", reportSubmit: "Entregar el informe",
    hear: "El Pleno escuchó este informe", hearIn: (meeting: string) => `Registrar que se escuchó en la reunión ${meeting}`, noOpen: "Para registrar que el Pleno lo escuchó debe haber una sesión abierta.", didEnter: "La representación quedó registrada.", didReport: "El informe quedó entregado.", didHear: "Quedó registrado que el Pleno escuchó el informe.", back: "Todas las representaciones",
    refusals: {
      "not-yours": "Registran representaciones la Presidencia y la Secretaría Técnica; informa quien representó.", unknown: "Esa representación no existe.", "unknown-meeting": "Esa reunión no está en sesión.", "text-missing": "Escriba el informe.", "event-missing": "Escriba el acto o foro.", "bad-days": "Elija las dos fechas; la segunda no puede ser anterior a la primera.",
      "unknown-country": "Elija un Estado miembro, o la Presidencia.", "not-reported-yet": "Todavía no hay informe que escuchar.", "already-heard": "El Pleno ya escuchó ese informe: queda como está.",
    },
  },
};
