"use client";
/**
 * What is offered in place of a name, the most telling first. What would name somebody after all is shown with the reason why it
 * cannot be taken. Rules: docs/spec/identifier.md, I92 and I93.
 */
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import type { Level } from "#lib/domain/identifier/ladder/rung.ts";

type Props = Readonly<{ levels: readonly Level[]; onTake: (level: Level) => void }>;

export function Ladder({ levels, onTake }: Props) {
  const t = useTranslations("identifier");
  const counts = levels.some((level) => beside(level) !== null);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <span className="text-sm text-soft">{t("decide.offered")}</span>
      <ul className={counts ? "flex w-full flex-col gap-1.5" : "contents"}>
        {levels.map((level) => (
          <li key={level.en} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            {level.unfit === null ? (
              <Button size="small" onPress={() => onTake(level)}>
                <span lang="en">{level.en}</span> · <span lang="cy">{level.cy}</span>
              </Button>
            ) : (
              <span className="rounded-md border border-dashed border-line px-2 py-0.5 text-sm text-soft">
                <span lang="en">{level.en}</span> · <span lang="cy">{level.cy}</span>
              </span>
            )}
            {beside(level) === null ? null : <span className="text-sm text-soft">{beside(level)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );

  function beside(level: Level): string | null {
    return level.unfit === null ? countsOf(level) : whyNot(level, level.unfit);
  }

  function countsOf({ study, population }: Level): string | null {
    const told = [
      study === null ? null : t("ladder.study", { count: study }),
      population === null ? null : t("ladder.population", { count: population }),
    ].filter((part) => part !== null);
    return told.length === 0 ? null : told.join(" · ");
  }

  function whyNot({ study, population }: Level, { why, least }: NonNullable<Level["unfit"]>): string {
    const count = (why === "study" ? study : population) ?? 0;
    return t(`ladder.unfit.${why}`, { count, least });
  }
}
