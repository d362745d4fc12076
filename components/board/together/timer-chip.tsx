"use client";
/** The time left on this board, in its head: said at the start, one minute before the end and at the end; no sound. */
import { Plus, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { clockOf, secondsLeft } from "#lib/client/study/together.ts";
import { useRow, useShared, useStudy } from "#lib/client/study/provider.tsx";
import { useBoard } from "../open.tsx";

export function TimerChip() {
  const t = useTranslations("board-together");
  const { board, mayChange } = useBoard();
  const { together } = useStudy();
  const { timers } = useShared();
  const origin = useRow("board", board)?.origin ?? null;
  // A copy for oneself is sorted in the time that runs on its original.
  const timed = timers.has(board) || origin === null ? board : origin;
  const left = useSecondsLeft(timers.get(timed));
  if (left === null) return null;
  return (
    <span className="board-timer" data-over={left === 0 || undefined}>
      <span role="timer" aria-label={t("timer.label")} className="px-1.5 font-semibold tabular-nums">
        {left === 0 ? t("timer.over") : clockOf(left)}
      </span>
      {mayChange ? (
        <>
          <IconButton icon={Plus} size="small" label={t("timer.more")} onPress={() => together.moreTime(timed)} />
          <IconButton icon={Square} size="small" label={t("timer.stop")} onPress={() => together.stopTimer(timed)} />
        </>
      ) : null}
    </span>
  );
}

/** Counts down while there is something to count, and says the turning points. */
function useSecondsLeft(ends: number | undefined): number | null {
  const t = useTranslations("board-together");
  const [left, setLeft] = useState<number | null>(() => secondsLeft(ends, performance.now()));
  useEffect(() => {
    let last = secondsLeft(ends, performance.now());
    setLeft(last);
    if (ends === undefined) return;
    if (last !== null && last > 0) announce(t("timer.begun", { count: Math.max(1, Math.round(last / 60)) }));
    const tick = () => {
      const next = secondsLeft(ends, performance.now());
      if (last !== null && next !== null) {
        if (last > 60 && next <= 60) announce(t("timer.minute"));
        if (last > 0 && next === 0) announce(t("timer.over"));
      }
      last = next;
      setLeft(next);
      if (next === null) clearInterval(timer);
    };
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [ends, t]);
  return left;
}
