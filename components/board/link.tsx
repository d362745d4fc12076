"use client";
/** Copies a link to what is seen of a board now, or to one card of it. */
import { useTranslations } from "next-intl";
import { toast } from "#components/ui/toast.tsx";
import { writeView } from "#lib/client/board/view-link.ts";
import { useStudy } from "#lib/client/study/provider.tsx";
import { useBoard } from "./open.tsx";

/** Copies a link to the clipboard; shows it where the browser does not let us. */
export function useCopyLink(): (card: string | null) => Promise<void> {
  const t = useTranslations("common");
  const { study } = useStudy();
  const { ask, board, stage } = useBoard();
  return async (card) => {
    const asked = new URLSearchParams({ board });
    if (stage && card === null) asked.set("at", writeView(stage.camera, stage.size));
    if (!stage) asked.set("view", "outline");
    if (card !== null) asked.set("card", card);
    const url = `${location.origin}/studies/${study}/board?${asked}`;
    try {
      await navigator.clipboard.writeText(url);
      toast({ kind: "success", text: t("link.copied") });
    } catch {
      ask({ kind: "link", url }); // refused, or no clipboard on an address without https
    }
  };
}
