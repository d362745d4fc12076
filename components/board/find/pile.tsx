"use client";
/**
 * Where the match that was gone to lies in a pile: the pile is marked on the board, and the words of the match stand
 * beneath the strip with the way to open the pile.
 */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";
import { toScreen } from "#lib/client/board/camera.ts";
import { hide } from "#lib/client/board/hide.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { useBoard } from "../open.tsx";

const OUT = 4; // screen pixels between the pile and its mark

/** The mark around the pile. */
export function FoundPile({ stage }: Readonly<{ stage: Stage }>) {
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { model } = stage;
    const place = () => {
      const { current } = mark;
      const pile = model.pileOf(model.found.current);
      if (!current) return;
      hide(current, pile === null);
      if (!pile) return;
      const { z } = stage.camera;
      const { x, y } = toScreen(stage.camera, pile.box);
      current.style.transform = `translate(${x - OUT}px,${y - OUT}px)`;
      current.style.width = `${pile.box.w * z + 2 * OUT}px`;
      current.style.height = `${pile.box.h * z + 2 * OUT}px`;
    };
    place();
    const stops = [stage.cameraMoved, model.changed, model.found.changed].map((of) => of.subscribe(place));
    return () => {
      for (const stop of stops) stop();
    };
  }, [stage]);
  return <div ref={mark} className="board-found-pile" aria-hidden="true" hidden />;
}

/** The words of the match, and the way to it. */
export function InPile() {
  const t = useTranslations("board-cards");
  const { face, intents, mayChange, model, nameOf, stage } = useBoard();
  const { found } = model;
  useSyncExternalStore(
    model.changed.subscribe,
    () => model.version,
    () => 0,
  );
  const card = model.cards[found.current];
  const pile = stage ? model.pileOf(found.current) : null;
  if (!pile || !card) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pt-1.5 text-sm">
      <span className="min-w-0 grow basis-60">
        <span className="text-soft">{t("find.inPile", { theme: nameOf(pile.theme.id) })} </span>
        {face(card).words}
      </span>
      {mayChange ? (
        <Button size="small" onPress={() => intents.collapseTheme(pile.theme.id, false)}>
          {t("find.openPile")}
        </Button>
      ) : null}
    </div>
  );
}
