"use client";
/** The title of a theme on the board: its name and how many cards lie in it. Grabbing it moves the theme. */
import { useTranslations } from "next-intl";
import { memo, useEffect, useLayoutEffect, useRef } from "react";
import type { Cloth } from "#lib/client/board/cloth.ts";
import type { Stage } from "#lib/client/board/stage.ts";

type Props = Readonly<{
  stage: Stage;
  cloth: Cloth;
  name: string;
  chosen: boolean;
  renaming: boolean;
  onChoose: (theme: string) => void;
  onRename: (theme: string | null) => void;
  onName: (theme: string, name: string) => void;
}>;

export const Title = memo(function Title({ stage, cloth, name, chosen, renaming, onChoose, onRename, onName }: Props) {
  const t = useTranslations("board");
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

  return (
    <div
      ref={element}
      className="board-title"
      data-theme-title={theme.id}
      data-count={renaming ? undefined : count}
      style={{ transform: `translate(${box.x}px,${box.y}px)`, width: box.w }}
    >
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
          aria-label={t("theme.label", { name: name === "" ? t("theme.unnamed") : name, count })}
          onFocus={(event) => {
            if (event.currentTarget.matches(":focus-visible"))
              stage.reveal({ x: box.x, y: box.y, w: Math.min(box.w, 500), h: Math.min(box.h, 300) });
          }}
          onClick={() => onChoose(theme.id)}
          onDoubleClick={() => onRename(theme.id)}
          onKeyDown={(event) => {
            if (event.key === "F2") onRename(theme.id);
          }}
        >
          {name === "" ? t("theme.unnamed") : name}
        </button>
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
