"use client";
/** Where quotes lie on a board that is compared: a theme with all that hold it, in none, or not there. */
import { useTranslations } from "next-intl";
import { Swatch } from "#components/ui/swatch.tsx";
import { useStudy } from "#lib/client/study/provider.tsx";
import { ABSENT, LOOSE } from "#lib/domain/board/compare.ts";
import { ancestors } from "#lib/domain/board/tree.ts";
import { useBoard } from "../open.tsx";

export function usePlaceName(): (place: string) => string {
  const t = useTranslations("boards.compare");
  const { nameOf } = useBoard();
  const { rows } = useStudy().state;
  return (place) => {
    if (place === ABSENT) return t("absent");
    if (place === LOOSE) return nameOf(null);
    return [place, ...ancestors(rows, place)].toReversed().map(nameOf).join(" › ");
  };
}

export function Place({ place }: Readonly<{ place: string }>) {
  const nameOf = usePlaceName();
  const { rows } = useStudy().state;
  const theme = rows.get("theme", place);
  return (
    <span className={theme ? "flex items-baseline gap-2" : "flex items-baseline gap-2 text-soft"}>
      {theme ? (
        <Swatch hue={theme.hue} size={12} />
      ) : (
        <span aria-hidden className="size-3 shrink-0 rounded-[3px] border border-dashed border-line-strong" />
      )}
      <bdi className="min-w-0 wrap-anywhere">{nameOf(place)}</bdi>
    </span>
  );
}
