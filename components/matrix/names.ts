"use client";
/** What columns, themes, tags and quotes of a table are called. Rules: docs/spec/matrix.md, MX18. */
import { useTranslations } from "next-intl";
import { best } from "#lib/client/desk.ts";
import type { Desk } from "#lib/client/desk.ts";
import { useQuestionText } from "#lib/client/reader/use.ts";
import { useStudy, useWords } from "#lib/client/study/provider.tsx";
import { sameRole } from "#lib/domain/matrix/axis.ts";
import type { Axis, Column, Ground } from "#lib/domain/matrix/axis.ts";
import { may } from "#lib/domain/member/shape.ts";
import { bodyCode, OrganisationKind, Region } from "#lib/domain/organisation/shape.ts";
import { Seniority } from "#lib/domain/participant/shape.ts";
import { SourceKind } from "#lib/domain/source/shape.ts";
import type { Head } from "./grid.tsx";

/** The words of a column, without its note. */
export function useColumnWords(desk: Desk, ground: Ground): (axis: Axis, column: Column) => Omit<Head, "id" | "note"> {
  const t = useTranslations("matrix");
  const kinds = useTranslations("findings");
  const tags = useTagHead(desk);
  const speech = useWords();
  const { me } = useStudy();
  const textOf = useQuestionText();
  const originals = may(me.role, "readOriginals");
  return (axis, { value }) => {
    if (value === null) return { words: t(`none.${axis}`) };
    switch (axis) {
      case "kind":
        return { words: kinds(`kind.${OrganisationKind.parse(value)}`) };
      case "region":
        return { words: t(`region.${Region.parse(value)}`) };
      case "seniority":
        return { words: t(`seniority.${Seniority.parse(value)}`) };
      case "source":
        return { words: t(`source.${SourceKind.parse(value)}`) };
      case "question":
        return { words: textOf(value) ?? "" };
      case "tag":
        return tags(value);
      case "organisation": {
        const body = desk.rows.get("organisation", value);
        const name = originals ? speech.name(body?.name) : null;
        return { words: name || (body ? bodyCode(body) : "") };
      }
      case "role":
        return { words: [...ground.roles.values()].find((role) => sameRole(role) === value)?.trim() ?? value };
    }
  };
}

/** A theme as the head of a row or column. */
export function useThemeHead(desk: Desk): (theme: string) => Omit<Head, "id"> {
  const t = useTranslations("matrix");
  return (theme) => {
    const name = best(desk, theme, "name");
    return {
      words: name?.words ?? t("unnamed"),
      lang: name?.lang ?? desk.locale,
      hue: desk.rows.live("theme", theme)?.hue ?? 9,
    };
  };
}

/** A tag as the head of a row or column. */
export function useTagHead(desk: Desk): (tag: string) => Omit<Head, "id"> {
  return (tag) => {
    const name = best(desk, tag, "name");
    const hue = desk.rows.live("tag", tag)?.hue;
    return { words: name?.words ?? "", lang: name?.lang ?? desk.locale, ...(hue ? { hue } : {}) };
  };
}
