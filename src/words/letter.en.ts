/** Words of the letters that accounts cause, in English. */
export const letterEn = {
  greeting: (name: string) => `Dear ${name},`,
  closing: "CORETT Technical Secretariat\nThe platform sends this message; there is no need to reply.",
  invitation: {
    subject: "Invitation to the CORETT platform",
    body: (office: string, link: string, until: string) =>
      `You have been invited to the CORETT platform with this office: ${office}.\n\nOpen this link to create your account. It works once, until ${until}:\n\n${link}\n\nKeep your telephone at hand: the last step sets up a second proof of who you are.\nIf you did not expect this invitation, do nothing.`,
  },
  office: {
    subject: "You hold one more office on the CORETT platform",
    body: (office: string, link: string) =>
      `Your account now also holds this office: ${office}.\n\nYou can change between offices in 'My account':\n\n${link}`,
  },
  reset: {
    subject: "Changing your password on the CORETT platform",
    body: (link: string) =>
      `Someone asked to change the password of your account. If it was you, open this link within the next hour. It works once:\n\n${link}\n\nIf it was not you, do nothing: your password stays as it is.`,
  },
  passwordChanged: {
    subject: "Your password was changed",
    body: "The password of your account on the CORETT platform has just been changed. If it was not you, tell the Technical Secretariat at once.",
  },
  factorReset: {
    subject: "The second step of your account was removed",
    body: "The Technical Secretariat or the Administration removed the second step of your account and ended your sessions. The next time you sign in, the platform will ask you to set it up again. If you did not ask for this, tell the Technical Secretariat at once.",
  },
} as const;
