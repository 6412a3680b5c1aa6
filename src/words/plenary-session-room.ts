import { plenarySessionRoomEn } from "./plenary-session-room.en.ts";
import { plenarySessionRoomEs } from "./plenary-session-room.es.ts";
import { bilingual } from "./words.ts";

/** Words of the telephone view and of the projector's screen. */
export const plenarySessionRoomWords = bilingual(plenarySessionRoomEs, plenarySessionRoomEn);
