import { plenaryRoomCopyEn } from "./plenary-room-copy.en.ts";
import { plenaryRoomCopyEs } from "./plenary-room-copy.es.ts";
import { bilingual } from "./words.ts";

/** Words of the copy of the platform that carries a session in the room. */
export const plenaryRoomCopyWords = bilingual(plenaryRoomCopyEs, plenaryRoomCopyEn);
