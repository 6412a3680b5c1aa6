import { useEffect, useRef } from "react";
import { useRevalidator } from "react-router";
import { type Standing, useLive } from "#live";
import type { RoomState } from "../room.ts";

/**
 * Keeps a page that reads more than the room's state up to date: its loader is asked again after each change of the room.
 * Gives how far the page can be trusted. Without script nothing happens.
 */
export function useFollow(address: string): Standing {
  const { state, standing } = useLive<RoomState | undefined>(address, undefined);
  const { revalidate } = useRevalidator();
  const first = useRef(true);
  useEffect(() => {
    if (state === undefined) return;
    // The first state is the one that the page was made from.
    if (first.current) first.current = false;
    else void revalidate();
  }, [state, revalidate]);
  return standing;
}
