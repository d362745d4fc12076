"use client";
/**
 * Under the frame's head, on every screen of a study: whom this tab follows, and who calls to a board.
 *
 * Goes along to the board of the person who is followed, but never moves anybody who has not asked for it. Escape,
 * going elsewhere oneself, or that person's leaving ends it. Rules B109 and B110.
 */
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { Eye, Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { boardToOpen } from "#lib/client/board/rows.ts";
import { usePeople, useShared, useStudy } from "#lib/client/study/provider.tsx";

/** Where Escape means something of its own. */
const INNER = "[role=menu], [role=dialog], [role=alertdialog], input, textarea";
const STRIP = "flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-accent-tint px-3.5 py-1";
const GRACE = 4000; // ms in which a person may come back, as after loading a page anew

export function TogetherStrip() {
  const { call, following } = useShared();
  return (
    <>
      {following === null ? null : <Followed key={following} person={following} />}
      {call ? <Called key={`${call.person}${call.view.x}${call.view.y}${call.view.w}`} /> : null}
    </>
  );
}

function Followed({ person }: Readonly<{ person: string }>) {
  const t = useTranslations("board-together");
  const sync = useTranslations("sync");
  const { state, study, together } = useStudy();
  const router = useRouter();
  const onBoard = usePathname().startsWith(`/studies/${study}/board`);
  const asked = useSearchParams().get("board");
  const peer = usePeople().find((each) => each.person === person);
  const [name] = useState(peer?.name ?? "");
  const theirs = peer?.at?.page === "board" ? peer.at.board : null;
  const mine = onBoard ? boardToOpen(state.rows, asked) : null;
  const led = useRef<string | null | undefined>(undefined);
  const was = useRef(mine);

  const stop = () => {
    together.follow(null);
    announce(t("follow.stopped", { name }));
  };
  const ending = useRef(stop);
  useEffect(() => {
    ending.current = stop;
  });

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const inner = event.target instanceof Element && event.target.closest(INNER) !== null;
      if (event.key === "Escape" && !inner) ending.current();
    };
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, []);

  const gone = peer === undefined;
  useEffect(() => {
    if (!gone) return;
    const timer = setTimeout(() => ending.current(), GRACE);
    return () => clearTimeout(timer);
  }, [gone]);

  // Where this person goes elsewhere themselves, they are not pulled back.
  useEffect(() => {
    if (was.current === mine) return;
    was.current = mine;
    if (mine !== led.current) ending.current();
  }, [mine]);

  useEffect(() => {
    if (theirs === null || theirs === mine || led.current === theirs || !state.rows.live("board", theirs)) return;
    led.current = theirs;
    router.push(`/studies/${study}/board?board=${theirs}`);
  }, [theirs, mine, router, state, study]);

  const here = theirs !== null && theirs === mine && peer?.at?.view;
  const text = here
    ? t("follow.now", { name })
    : t("follow.elsewhere", { name, where: sync(`page.${peer?.at?.page ?? "other"}`) });
  useEffect(() => announce(text), [text]);
  return (
    <section aria-label={t("follow.label")} className={STRIP}>
      <Eye aria-hidden size={18} className="shrink-0 text-accent" />
      <span className="min-w-0 grow">{text}</span>
      <Button size="small" onPress={stop}>
        {t("follow.stop")}
      </Button>
    </section>
  );
}

function Called() {
  const t = useTranslations("board-together");
  const { state, study, together } = useStudy();
  const { call } = useShared();
  const router = useRouter();
  const onBoard = usePathname().startsWith(`/studies/${study}/board`);
  const asked = useSearchParams();
  const name = call?.name ?? "";
  useEffect(() => announce(t("call.text", { name })), [name, t]);
  if (!call) return null;
  const go = () => {
    together.answer();
    together.follow(null);
    together.show({ board: call.board, view: call.view });
    const there =
      onBoard && boardToOpen(state.rows, asked.get("board")) === call.board && asked.get("view") !== "outline";
    if (!there) router.push(`/studies/${study}/board?board=${call.board}`);
  };
  return (
    <section aria-label={t("call.label")} className={STRIP}>
      <Megaphone aria-hidden size={18} className="shrink-0 text-accent" />
      <span className="min-w-0 grow">{t("call.text", { name })}</span>
      <Button size="small" look="primary" onPress={go}>
        {t("call.go")}
      </Button>
      <Button size="small" look="quiet" onPress={() => together.answer()}>
        {t("call.later")}
      </Button>
    </section>
  );
}
