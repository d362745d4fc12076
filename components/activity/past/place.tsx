"use client";
/** Where quotes lay on a board at a moment: a theme, in none, or not on it. */
import { useTranslations } from "next-intl";
import { Swatch } from "#components/ui/swatch.tsx";
import { ABSENT, LOOSE } from "#lib/domain/board/compare.ts";
import type { Rows } from "#lib/domain/study/rows.ts";

type Props = Readonly<{ rows: Rows; place: string; name: (theme: string) => string }>;

export function Place({ rows, place, name }: Props) {
  const t = useTranslations("boards.compare");
  const board = useTranslations("board");
  const theme = rows.get("theme", place);
  return (
    <span className="inline-flex min-w-0 items-baseline gap-1.5">
      {theme ? <Swatch hue={theme.hue} size={12} /> : null}
      <bdi className="min-w-0 wrap-anywhere">
        {place === ABSENT ? t("absent") : place === LOOSE ? board("unclustered") : name(place)}
      </bdi>
    </span>
  );
}
