"use client";
/** What the dialogs of files for owners have in common: what is counted for one before it is asked for, and taking it. */
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { toast } from "#components/ui/toast.tsx";
import { takeFile } from "#lib/client/save.ts";
import type { Order, TakeAnswer } from "#lib/client/save.ts";

type WayOut<Looked> = Readonly<{
  /** null while it is on its way */
  looked: Looked | null;
  lookAgain: () => void;
  busy: boolean;
  /** what came of taking it, where it did not leave */
  answer: TakeAnswer | null;
  /** @param taken - what is said once it has left */
  take: (order: Order, taken: string) => Promise<void>;
  /** Closes the dialog, and cancels what is still being made. On another screen it goes on (EX1). */
  close: () => void;
}>;

/**
 * @param asked - what it is asked for with; whenever that changes, it is counted anew
 * @param look - counts it
 */
export function useWayOut<Looked>(
  study: string,
  asked: string,
  look: (signal: AbortSignal) => Promise<Looked>,
  onClose: () => void,
): WayOut<Looked> {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [again, setAgain] = useState(0);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<TakeAnswer | null>(null);
  const under = useRef<AbortController | null>(null);

  const looking = useEffectEvent(look);
  useEffect(() => {
    const stop = new AbortController();
    setLooked(null);
    setAnswer(null);
    void looking(stop.signal).then((next) => {
      if (!stop.signal.aborted) setLooked(next);
    });
    return () => stop.abort();
  }, [study, asked, again]);

  const take = async (order: Order, taken: string) => {
    const stop = new AbortController();
    under.current = stop;
    setBusy(true);
    const got = await takeFile(study, order, stop.signal);
    if (stop.signal.aborted) return;
    setBusy(false);
    if (!("done" in got)) return setAnswer(got);
    toast({ kind: "success", text: taken });
    onClose();
  };
  const close = () => {
    under.current?.abort();
    onClose();
  };
  return { looked, lookAgain: () => setAgain(again + 1), busy, answer, take, close };
}
