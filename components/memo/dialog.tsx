"use client";
/** The memos about one thing, over the page. */
import { useTranslations } from "next-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { Memos } from "./memos.tsx";

type Props = Readonly<{
  subject: string;
  /** What it is about, in its own words. */
  words: string;
  lang: string;
  onClose: () => void;
}>;

export function MemoDialog({ subject, words, lang, onClose }: Props) {
  const t = useTranslations("memo");
  return (
    <Dialog title={t("title")} isOpen isDismissable width="medium" onOpenChange={(open) => !open && onClose()}>
      <blockquote lang={lang} dir="auto" className="mb-3 line-clamp-4 border-s-2 border-line-strong ps-3 text-soft">
        {words}
      </blockquote>
      <Memos key={subject} subject={subject} focused headless />
    </Dialog>
  );
}
