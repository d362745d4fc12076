"use client";
/** The quotes behind a number, each with the way to where it was said. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWho } from "#components/quote/who.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Link } from "#components/ui/link.tsx";
import type { Desk } from "#lib/client/desk.ts";
import type { Voice } from "#lib/domain/finding/voice.ts";
import type { Cell } from "#lib/domain/matrix/matrix.ts";

/** `title` says what the number is of. */
export type Opened = Readonly<{ title: string; cell: Cell }>;

const SHOWN = 50;

export function CellQuotes({
  desk,
  voices,
  opened,
  onClose,
}: Readonly<{ desk: Desk; voices: ReadonlyMap<string, Voice>; opened: Opened | null; onClose: () => void }>) {
  return (
    <Dialog
      isOpen={opened !== null}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={opened?.title ?? ""}
      width="wide"
      isDismissable
    >
      {opened ? <Quotes key={opened.title} desk={desk} voices={voices} cell={opened.cell} /> : null}
    </Dialog>
  );
}

function Quotes({ desk, voices, cell }: Readonly<{ desk: Desk; voices: ReadonlyMap<string, Voice>; cell: Cell }>) {
  const t = useTranslations("matrix");
  const { quotes, participants, organisations } = cell;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-soft tabular-nums">
        {[t("quotes", { count: quotes.length }), organisations > 0 ? t("said", { participants, organisations }) : null]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <QuoteList desk={desk} voices={voices} quotes={quotes} />
    </div>
  );
}

/** Quotes with whose they are; many of them some at a time. */
export function QuoteList({
  desk,
  voices,
  quotes,
}: Readonly<{ desk: Desk; voices: ReadonlyMap<string, Voice>; quotes: readonly string[] }>) {
  const t = useTranslations("matrix");
  const who = useWho(desk);
  const [most, setMost] = useState(SHOWN);
  return (
    <>
      <ul className="flex flex-col">
        {quotes.slice(0, most).map((id) => {
          const said = desk.quote(id);
          const voice = voices.get(id);
          const source = desk.rows.live("quote", id)?.source;
          return (
            <li key={id} className="flex flex-col gap-1 border-b border-line py-3">
              <blockquote lang={said?.lang} dir="auto" className="reading whitespace-pre-line">
                {said?.words ?? "…"}
              </blockquote>
              <p className="flex flex-wrap gap-x-4 text-sm text-soft">
                <span>{voice ? who(voice) : null}</span>
                <Link href={`/studies/${desk.study}/sources/${source}?quote=${id}`}>{t("openSource")}</Link>
              </p>
            </li>
          );
        })}
      </ul>
      {quotes.length > most ? (
        <Button className="self-start" onPress={() => setMost(most + SHOWN)}>
          {t("more", { count: Math.min(SHOWN, quotes.length - most) })}
        </Button>
      ) : null}
    </>
  );
}
