"use client";
/** A submenu that selects what has something in common with the chosen cards. */
import { useTranslations } from "next-intl";
import { Building2, FileText, Group, NotebookPen, Tag, User, Users } from "lucide-react";
import { Menu, MenuItem, SubmenuTrigger } from "#components/ui/menu.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { alike } from "#lib/client/board/alike.ts";
import type { Trait } from "#lib/client/board/alike.ts";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import { bodyCode } from "#lib/domain/organisation/shape.ts";
import { pseudonym } from "#lib/domain/participant/shape.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import { useBoard } from "../open.tsx";

const ICONS = {
  participant: User,
  organisation: Building2,
  source: FileText,
  tag: Tag,
  theme: Group,
  insight: NotebookPen,
};

export function SameItems({ cards }: Readonly<{ cards: readonly string[] }>) {
  const t = useTranslations("board-select");
  return (
    <SubmenuTrigger>
      <MenuItem icon={Users}>{t("same.label")}</MenuItem>
      <Menu aria-label={t("same.label")}>
        <Ways cards={cards} />
      </Menu>
    </SubmenuTrigger>
  );
}

/** Worked out only where the submenu is open. */
function Ways({ cards }: Readonly<{ cards: readonly string[] }>) {
  const t = useTranslations("board-select");
  const { rows } = useStudy().state;
  const { board, model } = useBoard();
  const nameOf = useNames();
  const ways = alike(rows, board, cards);
  if (ways.length === 0) return <MenuItem isDisabled>{t("same.none")}</MenuItem>;
  return ways.map(({ trait, of, cards: found }) => {
    const [only = null] = of;
    const name = of.length === 1 ? nameOf(trait, only) : "";
    return (
      <MenuItem
        key={`${trait} ${only}`}
        icon={ICONS[trait]}
        description={t("same.cards", { count: found.length })}
        onAction={() => {
          model.selection.set(found.map((id) => model.slotOf(id)).filter((slot) => slot !== -1));
          announce(t("say.selected", { count: model.selection.count }));
        }}
      >
        {name === "" ? t(`same.several.${trait}`, { count: of.length }) : t(`same.${trait}`, { name })}
      </MenuItem>
    );
  });
}

/** What is shared, by the name that this person may read; else by its code. */
function useNames(): (trait: Trait, id: string | null) => string {
  const { rows } = useStudy().state;
  const words = useWords();
  const { lang, nameOf } = useBoard();
  return (trait, id) => {
    if (trait === "theme") return nameOf(id);
    if (id === null) return "";
    if (trait === "tag") return words.wording(id, "name", lang)?.words ?? "";
    const participant = trait === "participant" ? rows.live("participant", id) : undefined;
    if (participant) return pseudonym(participant);
    const organisation = trait === "organisation" ? rows.live("organisation", id) : undefined;
    if (organisation) return words.name(organisation.name) ?? bodyCode(organisation);
    const source = trait === "source" ? rows.live("source", id) : undefined;
    return source ? (words.name(source.title) ?? sourceCode(source)) : "";
  };
}
