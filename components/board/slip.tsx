"use client";
/** One card as an element: its words in the very lines that the canvas draws. Knows nothing of drags and commands. */
import { useTranslations } from "next-intl";
import { memo, useEffect, useRef, useSyncExternalStore } from "react";
import { barAt, barsOf, LAYOUTS, SLIP } from "#lib/client/board/layout.ts";
import { badgesOf, SIGN, SIGNS } from "#lib/client/board/badge.ts";
import { OTHERS } from "#lib/client/board/colour.ts";
import type { Face, SceneCard } from "#lib/client/board/scene.ts";
import type { Stage } from "#lib/client/board/stage.ts";

type Props = Readonly<{
  stage: Stage;
  slot: number;
  face: (card: SceneCard) => Face;
  themeName: (id: string) => string;
}>;

export const Slip = memo(function Slip({ stage, slot, face, themeName }: Props) {
  const t = useTranslations("board");
  const c = useTranslations("board-cards");
  const look = useSyncExternalStore(
    stage.subscribeCard,
    () => stage.look(slot),
    () => 0,
  );
  const element = useRef<HTMLLIElement>(null);
  const focused = (look & 2) !== 0;
  useEffect(() => {
    if (!focused || !stage.wantsFocus) return;
    stage.wantsFocus = false;
    element.current?.focus({ preventScroll: true });
  }, [focused, look, stage]);

  const card = stage.model.cards[slot];
  if (!card) return null;
  const said = face(card);
  const { words, caption, tags } = said;
  const selected = (look & 4) !== 0;
  const layout = LAYOUTS[card.size];
  const badges = badgesOf(card);
  const lines = words === "" ? [] : stage.painter.lines(card, said);
  const foot = stage.painter.foot(card, said);
  return (
    <li
      ref={element}
      // The browser's own option can hold only text.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role
      role="option"
      tabIndex={focused ? 0 : -1}
      aria-selected={selected}
      aria-setsize={stage.model.shown}
      aria-label={[
        t(card.kind === "insight" ? "card.insight" : "card.quote", {
          words: words === "" ? t("card.loading") : words,
          caption: [caption, ...tags].filter((part) => part !== "").join(", "),
          theme: card.theme === null ? t("unclustered") : themeName(card.theme),
        }),
        ...badges.map(({ kind, count }) => c(`badge.${kind}`, { count })),
      ].join(" ")}
      className="board-slip"
      data-card={card.id}
      data-kind={card.kind}
      data-size={card.size}
      data-edge={card.hue > 0 || undefined}
      data-faint={(look & 16) !== 0 || undefined}
      data-current={(look & 8) !== 0 || undefined}
      data-carried={(look & 1) !== 0 || undefined}
      style={
        {
          transform: `translate(${card.x}px,${card.y}px)`,
          width: card.w,
          height: card.h,
          zIndex: stage.model.height(slot),
          "--edge": card.hue === OTHERS ? "var(--board-others)" : card.hue > 0 ? `var(--hue-${card.hue})` : undefined,
        } as React.CSSProperties // a custom property is not in the type
      }
    >
      {words === "" ? (
        bars(card).map(({ at, width }) => (
          <span key={at} className="board-bar" style={{ top: SLIP.padTop + 5 + at * SLIP.line, width }} />
        ))
      ) : (
        <span className="board-words">{lines.join("\n")}</span>
      )}
      {foot.tags !== "" && layout.tags !== null && (
        <span className="board-tags" style={{ top: layout.tags }}>
          {foot.tags}
        </span>
      )}
      <span className="board-caption" style={{ top: layout.caption }}>
        {foot.caption}
      </span>
      {badges.map((badge) => (
        <span
          key={badge.kind}
          className="board-badge"
          data-count={badge.count} // said by the name of the card, so it is no text
          style={{ top: layout.caption, right: badge.right }}
        >
          <svg aria-hidden viewBox="0 0 24 24" width={SIGN} height={SIGN}>
            <path d={SIGNS[badge.kind]} />
          </svg>
        </span>
      ))}
    </li>
  );
});

/** Stand-ins for words that are on their way. */
function bars(card: SceneCard): { at: number; width: number }[] {
  const count = barsOf(card);
  return Array.from({ length: count }, (_, at) => ({ at, width: barAt(card, count, at) }));
}
