export { categories, magnitude, theRest, themes, type } from "./tokens.ts";
