/** Words of the letters that accounts cause, in Spanish. They announce and link; they carry no figures. */
export const letterEs = {
  greeting: (name: string) => `Estimada/o ${name}:`,
  closing: "Secretaría Técnica de la CORETT\nEste mensaje lo envía la plataforma; no hace falta responder.",
  invitation: {
    subject: "Invitación a la plataforma de la CORETT",
    body: (office: string, link: string, until: string) =>
      `Ha recibido una invitación a la plataforma de la CORETT con este cargo: ${office}.\n\nPara crear su cuenta abra este enlace. Sirve una sola vez, hasta el ${until}:\n\n${link}\n\nTenga a mano su teléfono: al final se pide un segundo paso de seguridad.\nSi no esperaba esta invitación, no haga nada.`,
  },
  office: {
    subject: "Tiene un cargo más en la plataforma de la CORETT",
    body: (office: string, link: string) =>
      `Su cuenta tiene ahora también este cargo: ${office}.\n\nPuede cambiar de cargo en «Mi cuenta»:\n\n${link}`,
  },
  reset: {
    subject: "Cambio de contraseña en la plataforma de la CORETT",
    body: (link: string) =>
      `Alguien pidió cambiar la contraseña de su cuenta. Si fue usted, abra este enlace durante la próxima hora. Sirve una sola vez:\n\n${link}\n\nSi no fue usted, no haga nada: su contraseña sigue igual.`,
  },
  passwordChanged: {
    subject: "Su contraseña cambió",
    body: "La contraseña de su cuenta en la plataforma de la CORETT acaba de cambiar. Si no fue usted, avise de inmediato a la Secretaría Técnica.",
  },
  factorReset: {
    subject: "Se retiró el segundo paso de su cuenta",
    body: "La Secretaría Técnica o la Administración retiró el segundo paso de seguridad de su cuenta y cerró sus sesiones. La próxima vez que ingrese, la plataforma le pedirá configurarlo de nuevo. Si usted no lo solicitó, avise de inmediato a la Secretaría Técnica.",
  },
} as const;
