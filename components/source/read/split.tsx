"use client";
/**
 * Two panes with a bar between them that a pointer drags and the arrow keys move; without a left one, the right has all.
 *
 * On a narrow screen one pane is in sight at a time, and a switch above says which.
 */
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import "./read.css";

type Props = Readonly<{
  left: React.ReactNode;
  right: React.ReactNode;
  leftName: string;
  rightName: string;
  storage: string;
}>;

const LEAST = 25; // per cent
const MOST = 70;

export function Split({ left, right, leftName, rightName, storage }: Props) {
  const t = useTranslations("reader");
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(42);
  const [shown, setShown] = useState<"left" | "right">("left");

  useEffect(() => {
    const saved = Number(localStorage.getItem(storage));
    if (saved >= LEAST && saved <= MOST) setShare(saved);
  }, [storage]);

  function move(to: number) {
    const next = Math.round(Math.max(LEAST, Math.min(MOST, to)));
    setShare(next);
    localStorage.setItem(storage, String(next));
  }

  function onPointerDown(event: React.PointerEvent<HTMLDivElement>) {
    const bar = event.currentTarget;
    const box = frame.current?.getBoundingClientRect();
    if (!box || event.button !== 0) return;
    event.preventDefault();
    bar.focus();
    bar.setPointerCapture(event.pointerId);
    const follow = (now: PointerEvent) => move(((now.clientX - box.left) / box.width) * 100);
    const stop = () => {
      bar.removeEventListener("pointermove", follow);
      bar.removeEventListener("pointerup", stop);
      bar.removeEventListener("pointercancel", stop);
    };
    bar.addEventListener("pointermove", follow);
    bar.addEventListener("pointerup", stop);
    bar.addEventListener("pointercancel", stop);
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const to = { ArrowLeft: share - 2, ArrowRight: share + 2, Home: LEAST, End: MOST, Enter: 42 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  }

  return (
    <div className="flex h-full min-h-0 flex-col">
      {left ? (
        <div className="flex gap-1 border-b border-line p-1 min-[52rem]:hidden" role="group" aria-label={t("panes")}>
          <Button
            look={shown === "left" ? "plain" : "quiet"}
            size="small"
            aria-pressed={shown === "left"}
            onPress={() => setShown("left")}
          >
            {leftName}
          </Button>
          <Button
            look={shown === "right" ? "plain" : "quiet"}
            size="small"
            aria-pressed={shown === "right"}
            onPress={() => setShown("right")}
          >
            {rightName}
          </Button>
        </div>
      ) : null}
      <div
        ref={frame}
        className="split flex-1"
        data-one={left === null || undefined}
        style={{ "--share": `${share}%` } as React.CSSProperties /* custom properties are not in the type */}
      >
        <div
          key="left"
          className="min-h-0 min-w-0 overflow-hidden"
          hidden={left === null}
          data-away={shown === "right" || undefined}
        >
          {left}
        </div>
        <div
          key="bar"
          className="split-bar"
          hidden={left === null}
          role="separator"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={t("splitter")}
          aria-valuenow={share}
          aria-valuemin={LEAST}
          aria-valuemax={MOST}
          onPointerDown={onPointerDown}
          onKeyDown={onKeyDown}
          onDoubleClick={() => move(42)}
        />
        <div
          key="right"
          className="min-h-0 min-w-0 overflow-hidden"
          data-away={(left !== null && shown === "left") || undefined}
        >
          {right}
        </div>
      </div>
    </div>
  );
}
