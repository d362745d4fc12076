"use client";
/** The board at its address: which board, board or outline, which card to show, which source beside it. */
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { useSingleKeys } from "#lib/client/shortcuts.ts";
import { BoardScreen } from "./screen.tsx";

/** `?board=` a board, `&view=outline`, `&card=` a card to bring into view, `&at=` a place to open at; `&source=` and `&quote=` are the reader's. */
export function BoardPage({ study }: Readonly<{ study: string }>) {
  const router = useRouter();
  const asked = useSearchParams();
  const [singleKeys] = useSingleKeys();
  const go = useCallback(
    (change: Readonly<Record<string, string | null>>, keep: boolean) => {
      const next = new URLSearchParams(asked);
      for (const [name, value] of Object.entries(change)) {
        if (value === null) next.delete(name);
        else next.set(name, value);
      }
      const address = `/studies/${study}/board${next.size > 0 ? `?${next}` : ""}`;
      if (keep) router.push(address);
      else router.replace(address);
    },
    [asked, router, study],
  );
  return (
    <BoardScreen
      board={asked.get("board")}
      card={asked.get("card")}
      at={asked.get("at")}
      onAt={useCallback(() => go({ at: null }, false), [go])}
      view={asked.get("view") === "outline" ? "outline" : "board"}
      onView={useCallback((view) => go({ view: view === "outline" ? view : null }, false), [go])}
      onBoard={useCallback((board) => go({ board, card: null, compare: null }, true), [go])}
      compare={asked.get("compare")}
      onCompare={useCallback((compare) => go({ compare, card: null }, true), [go])}
      onOpenSource={useCallback((quote, source) => go({ source, quote, card: null }, true), [go])}
      singleKeys={singleKeys}
    />
  );
}
