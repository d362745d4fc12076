"use client";
/** Beside the pointer, while something is carried: the theme that it would be put down in, and how many cards lie there. */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import type { Stage } from "#lib/client/board/stage.ts";
import { useBoard } from "../open.tsx";
import { useThemes } from "../use-themes.ts";

export function Target({ stage }: Readonly<{ stage: Stage }>) {
  const t = useTranslations("board-themes");
  const { nameOf } = useBoard();
  const themes = useThemes();
  const target = useSyncExternalStore(
    stage.targetChanged.subscribe,
    () => stage.target,
    () => undefined,
  );
  const label = useRef<HTMLParagraphElement>(null);
  const cloth = typeof target === "string" ? themes.get(target) : undefined;
  const words = cloth ? t("target", { theme: nameOf(cloth.theme.id), count: cloth.count }) : null;
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words]);
  useEffect(() => {
    // Always, so that the label is beside the pointer when it first appears.
    const follow = ({ clientX, clientY }: MouseEvent) => {
      const { x, y } = stage.point(clientX, clientY);
      label.current?.style.setProperty("translate", `${x}px ${y}px`);
    };
    window.addEventListener("pointermove", follow, { passive: true });
    window.addEventListener("dragover", follow, { passive: true });
    return () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("dragover", follow);
    };
  }, [stage]);
  return (
    <p ref={label} className="board-target" hidden={words === null} aria-hidden="true">
      {cloth ? <Swatch hue={cloth.theme.hue} /> : null}
      <span>{words}</span>
    </p>
  );
}
