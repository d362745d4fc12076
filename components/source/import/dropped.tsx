"use client";
/** What import leaves out, by which rule, with examples; and what is worth a look. */
import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import type { Dropped as DroppedShape, Warning } from "#lib/domain/import/draft.ts";
import { Panel } from "./panel.tsx";

export function Dropped({ dropped }: Readonly<{ dropped: readonly DroppedShape[] }>) {
  const t = useTranslations("sources");
  return (
    <Panel title={t("dropped.heading")} help={dropped.length > 0 ? t("dropped.intro") : t("dropped.none")}>
      {dropped.length === 0 ? null : (
        <ul className="flex flex-col gap-2">
          {dropped.map(({ rule, count, examples }) => (
            <li key={rule} className="flex flex-col gap-0.5">
              <span>
                {t(`dropped.rule.${rule}`)} <span className="text-soft">({t("dropped.times", { count })})</span>
              </span>
              {examples.length > 0 ? (
                <span className="flex flex-wrap gap-1.5 text-sm text-soft">
                  {examples.map((example) => (
                    <code key={example} className="max-w-full truncate rounded bg-sunk px-1.5">
                      {example}
                    </code>
                  ))}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

export function Warnings({ warnings, action }: Readonly<{ warnings: readonly Warning[]; action?: React.ReactNode }>) {
  const t = useTranslations("sources");
  if (warnings.length === 0) return null;
  return (
    <Notice kind="warn" title={t("warning.heading")} action={action}>
      <ul className="flex flex-col gap-1">
        {warnings.map(({ code, line }) => (
          <li key={code}>
            {t(`warning.${code}`)}
            {line === undefined ? null : <span className="text-soft"> ({t("warning.line", { line })})</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
