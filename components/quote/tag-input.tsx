"use client";
/**
 * Types tags: a list narrows while one types, a name that is not in it becomes a new tag.
 *
 * `Enter` takes what is typed and is done; a comma or a click takes it and goes on; `Backspace` on nothing takes the
 * last one off; `Escape` gives up. Each tag is listed with what it stands in, as two may have one name, and what it is
 * for. Knows nothing of quotes: it is handed tags and tells what was chosen.
 */
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useMemo, useRef, useState } from "react";
import { TagChip } from "#components/tag/chip.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { join } from "#components/ui/join.ts";
import type { Choice, TagView } from "#lib/client/reader/view.ts";
import { useTagHints } from "#lib/client/tag/use.ts";
import type { TagHint } from "#lib/client/tag/use.ts";

type Props = Readonly<{
  tags: readonly TagView[];
  chosen: readonly Choice[];
  label: string;
  onChange: (chosen: readonly Choice[]) => void;
  /** Enter: with what was typed last already in. */
  onDone: (chosen: readonly Choice[]) => void;
  onCancel: () => void;
  autoFocus?: boolean;
  /** Shows the list only once something is typed. */
  quiet?: boolean;
}>;

type Option = Readonly<{ kind: "tag"; tag: TagView } | { kind: "new"; name: string }>;

const SHOWN = 8;

export function TagInput({ tags, chosen, label, onChange, onDone, onCancel, autoFocus, quiet }: Props) {
  const t = useTranslations("reader");
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState(!quiet);
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const hintOf = useTagHints();
  const options = useMemo(() => optionsFor(typed, tags, chosen, hintOf), [typed, tags, chosen, hintOf]);
  // Something typed leads to the best match by itself; with nothing typed only the arrow keys choose.
  const active = at >= 0 ? Math.min(at, options.length - 1) : typed.trim() ? 0 : -1;

  function take(option: Option | undefined): readonly Choice[] {
    if (!option) return chosen;
    const choice: Choice =
      option.kind === "new"
        ? { id: crypto.randomUUID(), name: option.name, hue: 0, fresh: true }
        : { id: option.tag.id, name: option.tag.name, hue: option.tag.hue, fresh: false };
    const next = chosen.some((one) => one.id === choice.id || (choice.fresh && same(one.name, choice.name)))
      ? chosen
      : [...chosen, choice];
    setTyped("");
    setAt(-1);
    if (quiet) setOpen(false);
    onChange(next);
    return next;
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>) {
    event.stopPropagation(); // no shortcut of the reader while one types
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      onDone(take(options[active]));
    } else if (event.key === "," && typed.trim()) {
      event.preventDefault();
      take(options[active]);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt(options.length === 0 ? -1 : (active + step + options.length) % options.length);
    } else if (event.key === "Backspace" && typed === "" && chosen.length > 0) {
      onChange(chosen.slice(0, -1));
    } else if (event.key === "Escape") {
      event.preventDefault();
      onCancel();
    }
  }

  const expanded = open && options.length > 0;
  return (
    <div className="flex flex-col gap-1.5">
      <div
        className="field-box flex flex-wrap items-center gap-1 p-1 has-focus-visible:ring-focus"
        onMouseDown={(event) =>
          event.target === event.currentTarget && (event.preventDefault(), input.current?.focus())
        }
      >
        {chosen.map((choice) => (
          <TagChip
            key={choice.id}
            name={choice.name}
            hue={choice.hue}
            removeLabel={t("tagOff", { tag: choice.name })}
            onRemove={() => onChange(chosen.filter((one) => one !== choice))}
          />
        ))}
        <input
          ref={input}
          className="min-h-7 min-w-16 grow bg-transparent px-1.5 ring-none focus-visible:outline-none touch:min-h-9"
          role="combobox"
          aria-label={label}
          aria-expanded={expanded}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={expanded && active >= 0 ? `${list}-${active}` : undefined}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={200}
          // The field appears because someone asked for it: it is where they type next.
          autoFocus={autoFocus}
          placeholder={chosen.length === 0 ? t("tagPlaceholder") : undefined}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(-1);
            setOpen(true);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul id={list} role="listbox" aria-label={t("tags")} hidden={!expanded} className="max-h-56 overflow-auto">
        {(expanded ? options : []).map((option, index) => (
          <li
            key={option.kind === "new" ? "new" : option.tag.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            className={join(
              "flex min-h-7 cursor-default items-center gap-2 rounded px-2 py-0.5 text-sm touch:min-h-10",
              index === active ? "bg-accent-tint" : "hover:bg-sunk",
            )}
            onMouseDown={(event) => {
              event.preventDefault();
              take(option);
              input.current?.focus();
            }}
          >
            {option.kind === "new" ? (
              <>
                <Plus aria-hidden size={14} className="shrink-0" />
                <span className="truncate">{t("tagNew", { tag: option.name })}</span>
              </>
            ) : (
              <>
                {option.tag.hue ? (
                  <Swatch hue={option.tag.hue} size={12} />
                ) : (
                  <span aria-hidden className="size-3 shrink-0 rounded-[3px] border border-line-strong" />
                )}
                <span className="flex min-w-0 grow flex-col">
                  <bdi className="truncate">{named(option.tag, hintOf(option.tag.id))}</bdi>
                  {hintOf(option.tag.id).description ? (
                    <span className="truncate text-[0.8125rem] text-soft">{hintOf(option.tag.id).description}</span>
                  ) : null}
                </span>
                <span className="text-soft tabular-nums" aria-hidden>
                  {option.tag.count || ""}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function same(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(words: string): string {
  return words.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A tag's name behind what it stands in: Trust › Officers. */
function named(tag: TagView, { path }: TagHint): string {
  return path === "" ? tag.name : `${path} › ${tag.name}`;
}

/** What is offered: names that begin so, then those in which a word does, then those that hold it; last, the new one. */
function optionsFor(
  typed: string,
  tags: readonly TagView[],
  chosen: readonly Choice[],
  hintOf: (tag: string) => TagHint,
): Option[] {
  const wanted = fold(typed);
  const taken = new Set(chosen.map((one) => one.id));
  const free = tags.filter((tag) => !taken.has(tag.id) && tag.name !== "");
  if (wanted === "")
    return free
      .toSorted((a, b) => b.count - a.count)
      .slice(0, SHOWN)
      .map((tag) => ({ kind: "tag", tag }));
  const ranked = free
    .map((tag) => {
      const rank = rankOf(fold(tag.name), wanted);
      return { tag, rank: rank === 4 && fold(named(tag, hintOf(tag.id))).includes(wanted) ? 3 : rank };
    })
    .filter(({ rank }) => rank < 4)
    .toSorted((a, b) => a.rank - b.rank || b.tag.count - a.tag.count)
    .slice(0, SHOWN)
    .map(({ tag }): Option => ({ kind: "tag", tag }));
  const known = tags.some((tag) => same(tag.name, typed)) || chosen.some((one) => same(one.name, typed));
  return known ? ranked : [...ranked, { kind: "new", name: typed.trim() }];
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.split(/[\s/-]+/u).some((word) => word.startsWith(wanted))) return 2;
  return name.includes(wanted) ? 3 : 4;
}
