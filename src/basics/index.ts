export { type Language, type Text, isLanguage, languages } from "./language.ts";
export { type Actor, type Office, offices } from "./actor.ts";
export { formatDate, formatInstant } from "./date.ts";
export { addDays, addMonths, dayOf, isDay } from "./day.ts";
export { formatCount, formatShare } from "./number.ts";
export { countryName } from "./country.ts";
