"use client";
/**
 * The list of what may identify somebody, for quick hands: arrows go through it, Enter replaces, letters keep or set aside;
 * several are chosen with Shift or Ctrl and decided together.
 */
import { Check, CircleDashed, Hourglass, Minus, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import * as Aria from "react-aria-components";
import { join } from "#components/ui/join.ts";
import { PICK, PICKS } from "#components/ui/picks.ts";
import { singleKeysOn } from "#lib/client/shortcuts.ts";
import { entryWaits } from "#lib/domain/identifier/queue.ts";
import type { Entry } from "#lib/domain/identifier/queue.ts";
import { replaced } from "./replaced.ts";

/** What a key in the list asks for. */
export type ListKey = "replace" | "keep" | "ordinary" | "edit";
const KEYS: Readonly<Record<string, ListKey>> = { Enter: "replace", k: "keep", n: "ordinary", e: "edit" };

type Props = Readonly<{
  entries: readonly Entry[];
  chosen: ReadonlySet<string>;
  me: string;
  onChoose: (keys: ReadonlySet<string>) => void;
  onKey: (key: ListKey) => void;
}>;

export function Entries({ entries, chosen, me, onChoose, onKey }: Props) {
  const t = useTranslations("identifier");
  return (
    <div
      // Before the list itself takes letters as the beginning of a word to look for.
      onKeyDownCapture={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const key = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
        if (key === undefined || (key !== "replace" && !singleKeysOn())) return;
        event.preventDefault();
        event.stopPropagation();
        onKey(key);
      }}
    >
      <Aria.ListBox
        aria-label={t("list")}
        items={entries}
        selectionMode="multiple"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          onChoose(keys === "all" ? new Set(entries.map(({ key }) => key)) : new Set([...keys].map(String)))
        }
        dependencies={[t]}
        className={join(PICKS, "max-h-72 lg:max-h-[36rem]")}
      >
        {(one) => (
          <Aria.ListBoxItem id={one.key} textValue={one.words} className={join(PICK, "flex items-start gap-2.5")}>
            <Sign entry={one} />
            <span className="flex min-w-0 grow flex-col">
              <bdi className="font-semibold break-words">{one.words}</bdi>{" "}
              <span className="text-sm break-words text-soft">{stateOf(one)}</span>
            </span>
          </Aria.ListBoxItem>
        )}
      </Aria.ListBox>
    </div>
  );

  function stateOf(one: Entry): string {
    if (one.otherwise.waiting > 0) return t("here.waitsAt", { count: one.otherwise.waiting });
    if (entryWaits(one)) return t(one.by === me ? "state.waits" : "state.waitsForYou");
    if (one.decision === "keep" || one.decision === "ordinary") return t(`state.${one.decision}`);
    if (one.decision === "replace") return replaced(one);
    const kind = one.of === "term" ? t(`kind.${one.kind}`) : t(`of.${one.of}`);
    return `${kind} · ${t("spread", { count: one.count, sources: one.sources })}`;
  }
}

function Sign({ entry }: Readonly<{ entry: Entry }>) {
  const place = "mt-0.5 shrink-0";
  if (entryWaits(entry) || entry.otherwise.waiting > 0)
    return <Hourglass aria-hidden size={18} className={join(place, "text-warn")} />;
  if (entry.decision === "replace") return <Check aria-hidden size={18} className={join(place, "text-ok")} />;
  if (entry.decision === "keep") return <ShieldCheck aria-hidden size={18} className={join(place, "text-accent")} />;
  if (entry.decision === "ordinary") return <Minus aria-hidden size={18} className={join(place, "text-soft")} />;
  return (
    <CircleDashed aria-hidden size={18} className={join(place, entry.layer === "sure" ? "text-warn" : "text-soft")} />
  );
}
