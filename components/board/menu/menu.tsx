"use client";
/** The menu of cards, of a theme or of the bare board: all that hands can do by carrying, without carrying (WCAG 2.5.7). */
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Menu } from "#components/ui/menu.tsx";
import { useBoard } from "../open.tsx";
import { QuoteItems } from "../tray/items.tsx";
import { CardItems } from "./cards.tsx";
import { PaperItems } from "./paper.tsx";
import { ThemeItems } from "./theme.tsx";

export function BoardMenu() {
  const t = useTranslations("board");
  const { menu, closeMenu } = useBoard();
  const anchor = useRef<HTMLSpanElement>(null);
  if (!menu) return null;
  const { target, x, y } = menu;
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        style={{ position: "fixed", left: x, top: y, width: 1, height: 1, pointerEvents: "none" }}
      />
      <Menu
        aria-label={t("menu.label")}
        isOpen
        triggerRef={anchor}
        onOpenChange={(open) => !open && closeMenu()}
        onClose={closeMenu}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus="first" // a menu that has been opened holds the focus
      >
        {target.kind === "cards" ? (
          <CardItems cards={target.cards} />
        ) : target.kind === "quotes" ? (
          <QuoteItems quotes={target.quotes} />
        ) : target.kind === "theme" ? (
          <ThemeItems theme={target.theme} />
        ) : (
          <PaperItems at={target.at} />
        )}
      </Menu>
    </>
  );
}
