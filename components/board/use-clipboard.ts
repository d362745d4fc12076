"use client";
/** Copying, cutting and pasting of cards, for keys and menus alike. Rules: docs/spec/board.md, B74 to B76. */
import { useTranslations } from "next-intl";
import { announce } from "#components/ui/live-region.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { Point } from "#lib/client/board/camera.ts";
import { CLIP_TYPE, linesOf } from "#lib/client/board/clip.ts";
import type { Clip } from "#lib/client/board/clip.ts";
import { MOST_LINES } from "#lib/client/board/copies.ts";
import { reading } from "#lib/client/board/walk.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { useBoard } from "./open.tsx";

/** What was last copied in this tab: a menu may read the clipboard's words at most, and in some browsers not even those. */
let last: Readonly<{ clip: Clip; text: string }> | null = null;

export type BoardClipboard = Readonly<{
  /** Puts cards into a clipboard: their words as text for other programs, and beside it which cards they are. */
  fill: (cards: readonly string[], cut: boolean, clipboard: DataTransfer | null) => boolean;
  pasteClip: (clip: Clip, at: Point) => void;
  /** Writes an insight for each line. */
  pasteText: (text: string, at: Point) => void;
  /** The same from a menu, where the browser says nothing of a clipboard by itself. */
  copyByMenu: (cards: readonly string[], cut: boolean) => void;
  pasteByMenu: (at: Point) => Promise<void>;
}>;

export function useClipboard(): BoardClipboard {
  const t = useTranslations("board-select");
  const session = useStudy();
  const { copies, face, model, showLaid } = useBoard();

  const fill: BoardClipboard["fill"] = (cards, cut, clipboard) => {
    const clip = copies.clip(cards, cut);
    if (!clip) return false;
    const slots = cards.map((id) => model.slotOf(id)).filter((slot) => slot !== -1);
    const said = reading(model, slots).flatMap((slot) => {
      const card = model.cards[slot];
      if (!card) return [];
      const { words, caption } = face(card);
      if (words === "") return [];
      return [card.kind === "insight" || caption === "" ? words : t("quoted", { words, caption })];
    });
    last = { clip, text: said.join("\n\n") };
    clipboard?.setData("text/plain", last.text);
    clipboard?.setData(CLIP_TYPE, JSON.stringify(clip));
    announce(t(cut ? "say.cut" : "say.copied", { count: clip.cards.length }));
    return true;
  };

  const pasteClip = (clip: Clip, at: Point) => {
    if (clip.study !== session.study) return void toast({ kind: "error", text: t("paste.elsewhere") });
    const { how, cards } = copies.paste(clip, at);
    if (cards.length === 0) return void toast({ text: t("paste.gone") });
    showLaid(cards);
    const stay = how === "copied" && clip.cut;
    announce(t(how === "moved" ? "say.moved" : stay ? "say.pastedStay" : "say.pasted", { count: cards.length }));
  };

  const pasteText = (text: string, at: Point) => {
    const lines = linesOf(text);
    if (lines.length === 0) return void toast({ text: t("paste.nothing") });
    if (lines.length > MOST_LINES)
      return void toast({ kind: "error", text: t("paste.many", { count: lines.length, most: MOST_LINES }) });
    showLaid(copies.write(lines, at));
    announce(t("say.written", { count: lines.length }));
  };

  return {
    fill,
    pasteClip,
    pasteText,
    copyByMenu: (cards, cut) => {
      const allow = (event: Event) => event.preventDefault(); // where nothing is marked, the browser asks first
      const take = (event: ClipboardEvent) => {
        event.preventDefault();
        event.stopImmediatePropagation();
        fill(cards, cut, event.clipboardData);
      };
      document.addEventListener("beforecopy", allow, true);
      document.addEventListener("copy", take, true);
      // The only way to give the clipboard a format of one's own without asking for a permission.
      // oxlint-disable-next-line typescript/no-deprecated
      const done = document.execCommand("copy");
      document.removeEventListener("beforecopy", allow, true);
      document.removeEventListener("copy", take, true);
      if (!done && fill(cards, cut, null)) void navigator.clipboard?.writeText(last?.text ?? "").catch(() => undefined);
    },
    pasteByMenu: async (at) => {
      const text = await readWords();
      if (last && (text === null || same(text, last.text))) pasteClip(last.clip, at);
      else if (text === null) toast({ text: t("paste.byKey") });
      else pasteText(text, at);
    },
  };
}

/** The clipboard's words; null where the browser or the person does not give them. */
async function readWords(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null; // refused, or no clipboard on an address without https
  }
}

/** Some systems end lines in their own way. */
function same(a: string, b: string): boolean {
  return a.replaceAll("\r\n", "\n") === b;
}
