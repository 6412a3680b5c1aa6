export { contrast } from "./contrast.ts";
export { Mark, favicon, lightLine, lights } from "./mark.tsx";
export { categories, magnitude, theRest, themes, type } from "./tokens.ts";
