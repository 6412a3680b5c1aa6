/** The shortest password. Length protects more than signs; nothing is asked about their kinds. */
export const shortestPassword = 12;
const longestPassword = 200;

/** Why a password is refused. */
export type PasswordProblem = "password-short" | "password-long" | "password-common" | "password-personal";

// What lists of leaked passwords hold in twelve signs and more, once digits and signs at the ends are taken away.
const common = new Set(
  `password passwords passw0rd contrasena contraseña micontrasena miclave clave claves secreto administrador administrator admin usuario
  bienvenido bienvenida bienvenidos welcome letmein iloveyou teamo teamomucho teamoamor tequiero tequieromucho amormio mivida micorazon
  princesa estrella sunshine football futbol baseball superman batman pokemon starwars master dragon monkey shadow computer internet
  qwertyuiop qwerty qwertyqwerty asdfghjkl asdfgh zxcvbnm qwertyasdfgh qazwsx qazwsxedc qazwsxedcrfv onetwothree unodostres unodostrescuatro
  changeme cambiame default temporal sistema servidor trustno access google facebook whatsapp hotmail gmail
  guatemala honduras nicaragua elsalvador salvador costarica puravida panama mexico vivamexico belize belice republicadominicana dominicana
  corett coalicion trata secretaria presidencia gobierno ministerio estadisticas diosesamor diosmio jesus jesucristo mariajose`
    .split(/\s+/)
    .filter(Boolean),
);

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
];

function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, "");
}

/** Signs that stand for letters in the usual disguises. */
function undisguised(text: string): string {
  return text
    .replaceAll("0", "o")
    .replaceAll("1", "i")
    .replaceAll("3", "e")
    .replaceAll("4", "a")
    .replaceAll("5", "s")
    .replaceAll("7", "t")
    .replaceAll("@", "a")
    .replaceAll("$", "s");
}

/** Whether the text is made of one short piece again and again, or walks along a row of the keyboard. */
function isPattern(text: string): boolean {
  if (/^(.{1,6})\1+.{0,5}$/.test(text) && new Set(text).size <= 8) return true;
  const back = Array.from(text).toReversed().join("");
  return rows.some((row) => (row + row).includes(text) || (row + row).includes(back));
}

function isCommon(text: string): boolean {
  const bare = text.replaceAll(/[^a-z0-9@$]/g, "");
  const core = bare.replace(/^[\d@$]+|[\d@$]+$/g, "");
  return (
    [core, undisguised(core), undisguised(bare).replaceAll(/[^a-z]/g, "")].some((word) => common.has(word)) ||
    core === "" ||
    isPattern(bare) ||
    isPattern(core)
  );
}

/**
 * What speaks against a password, or nothing.
 *
 * Length, no password of the well-known lists, nothing made only of digits, and not the person's own name or mail address
 * with an ornament. Source: NIST SP 800-63B-4, section 3.1.1.2, which also forbids rules about kinds of signs.
 */
export function passwordProblem(password: string, person: { email: string; name: string }): PasswordProblem | undefined {
  const length = Array.from(password).length;
  if (length < shortestPassword) return "password-short";
  if (length > longestPassword) return "password-long";
  const text = plain(password);
  if (isCommon(text)) return "password-common";
  const own = [...plain(person.email).split(/[^a-z0-9]+/), ...plain(person.name).split(/[^a-z]+/)].filter(
    (word) => word.length > 3,
  );
  let rest = text;
  for (const word of own.toSorted((one, other) => other.length - one.length)) rest = rest.replaceAll(word, "");
  return rest.replaceAll(/[^a-z]/g, "").length < 4 && rest !== text ? "password-personal" : undefined;
}
