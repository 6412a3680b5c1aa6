export { attack, provableBounds } from "./attack.ts";
export type { AttackOptions } from "./attack.ts";
export { attackAsInsider } from "./insider.ts";
