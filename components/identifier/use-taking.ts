"use client";
/** Takes a board or a table out of the study: asks for it, draws it where a picture is wanted, and says what came of it. */
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { announce } from "#components/ui/live-region.tsx";
import { toast } from "#components/ui/toast.tsx";
import { drawPng } from "#lib/client/board/file.ts";
import type { Drawn } from "#lib/client/board/file.ts";
import { save } from "#lib/client/save.ts";
import type { FileAnswer } from "#lib/client/save.ts";
import type { Hindrance } from "./hindered.tsx";

type Taking = Readonly<{
  /** what is being done; null where nothing is */
  busy: "make" | "draw" | null;
  /** why the last did not leave */
  hindrance: Hindrance | null;
  clear: () => void;
  /**
   * @param ask - asks for the file; for a picture, for the drawing that it is made of
   * @param form - the form that it is taken in, as people call it; null for a picture
   */
  take: (ask: (signal: AbortSignal) => Promise<FileAnswer>, form: string | null) => Promise<void>;
  /** Closes the dialog, and cancels what is still being made. On another screen it goes on (EX1). */
  close: () => void;
}>;

export function useTaking(onClose: () => void): Taking {
  const t = useTranslations("board-export");
  const [busy, setBusy] = useState<Taking["busy"]>(null);
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);
  const under = useRef<AbortController | null>(null);

  const done = (said: string) => {
    announce(said);
    toast({ kind: "success", text: said });
    onClose();
  };
  const drawnAs = ({ width, height, scale }: Drawn) =>
    scale >= 1
      ? t("takenPng", { width, height })
      : t("takenSmall", { width, height, percent: Math.max(1, Math.round(scale * 100)) });
  const take: Taking["take"] = async (ask, form) => {
    const stop = new AbortController();
    under.current = stop;
    setHindrance(null);
    setBusy("make");
    const got = await ask(stop.signal);
    if (stop.signal.aborted) return;
    if (!("file" in got)) {
      setBusy(null);
      if (!("cancelled" in got)) setHindrance("fault" in got ? got.fault : got);
      return;
    }
    if (form !== null) {
      save(got.file, got.name);
      return done(t("taken", { file: form }));
    }
    setBusy("draw");
    const drawn = await drawPng(got.file);
    if (stop.signal.aborted) return;
    setBusy(null);
    if (!drawn) return setHindrance({ failed: "draw" });
    save(drawn.png, got.name.replace(/svg$/, "png"));
    done(drawnAs(drawn));
  };
  const close = () => {
    under.current?.abort();
    onClose();
  };
  return { busy, hindrance, clear: () => setHindrance(null), take, close };
}
