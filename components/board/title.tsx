"use client";
/**
 * The title of a theme on the board: its name, how many cards lie in it, and signs of how it stands. Grabbing it
 * moves the theme, the chevron makes it a pile or opens it.
 */
import { Check, ChevronDown, ChevronRight, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import type { Cloth } from "#lib/client/board/cloth.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import "./theme/theme.css";

type Props = Readonly<{
  stage: Stage;
  cloth: Cloth;
  name: string;
  chosen: boolean;
  renaming: boolean;
  onChoose: (theme: string) => void;
  onRename: (theme: string | null) => void;
  onName: (theme: string, name: string) => void;
  /** Makes the theme a pile, or opens it; null where that is not this person's to do. */
  onCollapse: ((theme: string, collapsed: boolean) => void) | null;
}>;

export const Title = memo(function Title({
  stage,
  cloth,
  name,
  chosen,
  renaming,
  onChoose,
  onRename,
  onName,
  onCollapse,
}: Props) {
  const t = useTranslations("board");
  const h = useTranslations("board-themes");
  const element = useRef<HTMLDivElement>(null);
  const { theme, box, count } = cloth;
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    stage.titles.set(theme.id, current);
    stage.sizeTitle(theme.id);
    return () => {
      stage.titles.delete(theme.id);
    };
  }, [stage, theme.id, box]);

  const shownName = name === "" ? t("theme.unnamed") : name;
  const state = [
    theme.collapsed ? h("state.pile") : null,
    theme.status === "candidate" ? null : h(`status.${theme.status}`),
    theme.locked ? h("state.locked") : null,
  ].filter((part) => part !== null);
  const Chevron = theme.collapsed ? ChevronRight : ChevronDown;
  // Of two hundred titles most are out of sight, or too small to show more than a name.
  const detailed = useSyncExternalStore(
    stage.titlesChanged.subscribe,
    () => stage.isDetailed(theme.id),
    () => false,
  );
  return (
    <div
      ref={element}
      className="board-title"
      data-theme-title={theme.id}
      data-count={renaming || theme.collapsed ? undefined : count}
      data-status={theme.status}
      data-pile={theme.collapsed || undefined}
      data-near={detailed || undefined}
      data-chosen={chosen || undefined}
      // Not a transform: with one for each of two hundred titles the browser makes as many layers.
      style={{ left: box.x, top: box.y, width: box.w }}
    >
      {onCollapse && detailed ? (
        <button
          type="button"
          className="board-chevron"
          aria-expanded={!theme.collapsed}
          aria-label={h("toggle", { theme: shownName })}
          onClick={() => onCollapse(theme.id, !theme.collapsed)}
        >
          <Chevron aria-hidden size="100%" />
        </button>
      ) : null}
      {renaming ? (
        <NameField
          name={name}
          label={t("theme.name")}
          onDone={(next) => {
            onRename(null);
            if (next !== null && next !== name) onName(theme.id, next);
          }}
        />
      ) : (
        <button
          type="button"
          className="board-name"
          data-unnamed={name === "" || undefined}
          aria-pressed={chosen}
          aria-label={[t("theme.label", { name: shownName, count }), ...state].join(", ")}
          onFocus={(event) => {
            if (event.currentTarget.matches(":focus-visible"))
              stage.reveal({ x: box.x, y: box.y, w: Math.min(box.w, 500), h: Math.min(box.h, 300) });
          }}
          onClick={() => onChoose(theme.id)}
          onDoubleClick={() => onRename(theme.id)}
          onKeyDown={(event) => {
            if (event.key === "F2") onRename(theme.id);
          }}
          data-name={shownName} // shown by the style sheet: of two hundred names most are out of sight
        />
      )}
      {renaming || !detailed ? null : (
        <span className="board-signs" aria-hidden="true">
          {theme.status === "agreed" ? <Check size="0.9em" strokeWidth={2.6} /> : null}
          {theme.status === "retired" ? <span>{h("status.retired")}</span> : null}
          {theme.locked ? <Lock size="0.75em" strokeWidth={2.2} /> : null}
        </span>
      )}
    </div>
  );
});

function NameField({
  name,
  label,
  onDone,
}: Readonly<{ name: string; label: string; onDone: (name: string | null) => void }>) {
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const finish = (value: string | null) => {
    if (done.current) return;
    done.current = true;
    onDone(value === null ? null : value.trim());
  };
  return (
    <input
      ref={field}
      className="board-rename"
      aria-label={label}
      defaultValue={name}
      maxLength={200}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Enter") finish(event.currentTarget.value);
        if (event.key === "Escape") finish(null);
      }}
    />
  );
}
