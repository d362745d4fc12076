"use client";
/** The places of one identifier, for quick hands: arrows go through them, Enter goes to what may be decided there. */
import { CircleDashed, Hourglass, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import * as Aria from "react-aria-components";
import { join } from "#components/ui/join.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { PICK, PICKS } from "#components/ui/picks.ts";
import { mentionKey } from "#lib/client/identifier/mentions.ts";
import { singleKeysOn } from "#lib/client/shortcuts.ts";
import type { Decision } from "#lib/domain/identifier/shape.ts";
import type { Listed } from "#lib/domain/mention/listed.ts";
import { nearest } from "#lib/domain/text/nearest.ts";
import { replaced } from "./replaced.ts";

type Props = Readonly<{
  mentions: readonly Listed[];
  chosen: string;
  me: string;
  /** What a mention's source is called. */
  codeOf: (mention: Listed) => string;
  onChoose: (key: string) => void;
  /** Goes to the decision, which begins like this. */
  onGo: (begin: Decision) => void;
}>;

const KEYS: Readonly<Record<string, Decision>> = { Enter: "replace", e: "replace", k: "keep", n: "ordinary" };

export function MentionList({ mentions, chosen, me, codeOf, onChoose, onGo }: Props) {
  const t = useTranslations("identifier");
  return (
    <div
      // Before the list takes Enter as another choice, and letters as the beginning of a word to look for.
      onKeyDownCapture={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const begin = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
        if (begin === undefined || (event.key !== "Enter" && !singleKeysOn())) return;
        event.preventDefault();
        event.stopPropagation();
        onGo(begin);
      }}
    >
      <Aria.ListBox
        aria-label={t("here.list")}
        items={mentions.map((mention) => ({ id: mentionKey(mention), mention }))}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={[chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          if (key !== undefined) onChoose(String(key));
        }}
        dependencies={[t]}
        className={join(PICKS, "max-h-60 sm:max-h-[26rem]")}
      >
        {({ id, mention }) => (
          <Aria.ListBoxItem
            id={id}
            textValue={`${mention.before}${mention.words}${mention.after}`}
            className={join(PICK, "flex items-start gap-2.5")}
          >
            <Sign mention={mention} />
            <span className="flex min-w-0 grow flex-col">
              <span className="line-clamp-2 break-words" lang={mention.lang} dir="auto">
                {nearest(mention.before, "before", BESIDE)}
                <b className="font-semibold">{mention.words}</b>
                {nearest(mention.after, "after", BESIDE)}
              </span>{" "}
              <span className="text-sm break-words text-soft">
                {codeOf(mention)} · {stateOf(mention)}
              </span>
            </span>
          </Aria.ListBoxItem>
        )}
      </Aria.ListBox>
      <p className="mt-2 text-sm text-soft max-sm:hidden">
        {t.rich("here.keys", { key: (chunks) => <Kbd>{chunks}</Kbd> })}
      </p>
    </div>
  );

  function stateOf({ otherwise }: Listed): string {
    if (otherwise === null) return t("here.asAll");
    if (otherwise.waits) return t(otherwise.by === me ? "here.waits" : "here.waitsForYou");
    return otherwise.decision === "replace" ? replaced(otherwise) : t(`here.${otherwise.decision}`);
  }
}

const BESIDE = 24; // signs of what stands on each side

function Sign({ mention: { otherwise } }: Readonly<{ mention: Listed }>) {
  const place = "mt-0.5 shrink-0";
  if (otherwise === null) return <CircleDashed aria-hidden size={18} className={join(place, "text-soft")} />;
  if (otherwise.waits) return <Hourglass aria-hidden size={18} className={join(place, "text-warn")} />;
  return <MapPin aria-hidden size={18} className={join(place, "text-accent")} />;
}
