"use client";
/** Who has read which source through for what identifies people: detection never finds all of it. */
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Link } from "#components/ui/link.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { Desk } from "#lib/client/desk.ts";
import { usePersonNames } from "#lib/client/study/use-person-name.ts";
import { readThroughBy } from "#lib/domain/source/read-through.ts";
import { sourceCode } from "#lib/domain/source/shape.ts";
import type { SourceRow } from "#lib/domain/source/shape.ts";

const MOST = 5000; // sources that one command speaks of

export function Through({ desk, titleOf }: Readonly<{ desk: Desk; titleOf: (source: SourceRow) => string }>) {
  const t = useTranslations("identifier");
  const nameOf = usePersonNames();
  const sources = [...desk.rows.all("source")].toSorted((one, two) => one.number - two.number);
  const single = sources.filter(({ kind }) => kind !== "survey");
  const survey = sources.filter(({ kind }) => kind === "survey");
  const left = survey.filter((source) => readThroughBy(desk.rows, source) === null);
  const done = sources.filter((source) => readThroughBy(desk.rows, source) !== null).length;
  const say = (some: readonly SourceRow[], read: boolean) => {
    for (let from = 0; from < some.length; from += MOST) {
      const part = some.slice(from, from + MOST).map(({ id, revision }) => ({ id, revision }));
      desk.send({ kind: "sources.read", sources: part, read });
    }
  };
  return (
    <div className="flex flex-col gap-5">
      <p className="max-w-measure text-soft">{t("through.lead")}</p>
      {sources.length === 0 ? (
        <p>{t("through.empty")}</p>
      ) : (
        <Progress
          label={t("through.title")}
          value={done}
          max={sources.length}
          valueLabel={t("through.of", { done, total: sources.length })}
          className="max-w-measure"
        />
      )}
      {single.length === 0 ? null : (
        <ul className="flex flex-col rounded-md border border-line" aria-label={t("through.title")}>
          {single.map((source) => {
            const by = readThroughBy(desk.rows, source);
            const code = sourceCode(source);
            return (
              <li key={source.id} className="flex items-center gap-4 border-b border-line px-3 py-2 last:border-b-0">
                <Checkbox
                  isSelected={by !== null}
                  aria-label={t("through.tick", { source: code })}
                  onChange={(read) => {
                    say([source], read);
                    announce(t(read ? "through.said" : "through.unsaid", { source: code }));
                  }}
                />
                <span className="flex min-w-0 grow flex-col">
                  <Link href={`/studies/${desk.study}/sources/${source.id}`} className="self-start break-words">
                    {code} <bdi>{titleOf(source)}</bdi>
                  </Link>
                  <span className="text-sm text-soft">
                    {by === null ? t("through.nobody") : t("through.by", { name: nameOf(by) ?? t("through.somebody") })}
                  </span>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {survey.length === 0 ? null : (
        <section aria-label={t("through.survey")} className="flex flex-col items-start gap-2">
          <h2 className="text-lg">{t("through.survey")}</h2>
          <p className="text-soft">{t("through.of", { done: survey.length - left.length, total: survey.length })}</p>
          <div className="flex flex-wrap items-center gap-3">
            {left.length === 0 ? null : (
              <Button size="small" onPress={() => say(left, true)}>
                {t("through.surveyAll", { count: left.length })}
              </Button>
            )}
            <Link href={`/studies/${desk.study}/answers`}>{t("through.read")}</Link>
          </div>
        </section>
      )}
    </div>
  );
}
