"use client";
/** The themes to choose from, as an indented list with what supports each; on a narrow screen a select. */
import { useTranslations } from "next-intl";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { join } from "#components/ui/join.ts";
import type { ThemeNode } from "#lib/domain/finding/outline.ts";

type RailTheme = Readonly<{ node: ThemeNode; name: string; lang: string; hue: number }>;

type Props = Readonly<{ themes: readonly RailTheme[]; chosen: string; onChoose: (theme: string) => void }>;

export function ThemeRail({ themes, chosen, onChoose }: Props) {
  const t = useTranslations("findings");
  const brief = ({ count, findings }: ThemeNode) =>
    [
      ...(["interview", "survey"] as const).flatMap((arm) =>
        count[arm].of > 0 ? [t(`short.${arm}`, { count: count[arm].organisations, of: count[arm].of })] : [],
      ),
      ...(findings.length > 0 ? [t("short.findings", { count: findings.length })] : []),
    ].join(" · ");
  return (
    <>
      <Select
        label={t("theme")}
        selectedKey={chosen}
        onSelectionChange={(key) => onChoose(String(key))}
        className="lg:hidden"
      >
        {themes.map(({ node, name, hue }) => (
          <Option key={node.id} id={node.id} textValue={name}>
            <span className="flex min-w-0 items-center gap-2" style={{ paddingInlineStart: `${node.depth}rem` }}>
              <Swatch hue={hue} />
              <span className="min-w-0">{name}</span>
            </span>
          </Option>
        ))}
      </Select>
      <nav
        aria-label={t("themes")}
        className="sticky top-4 hidden max-h-[calc(100dvh-6rem)] self-start overflow-auto lg:block"
      >
        <ul className="flex flex-col gap-px">
          {themes.map(({ node, name, lang, hue }) => (
            <li key={node.id}>
              <button
                type="button"
                onClick={() => onChoose(node.id)}
                aria-current={node.id === chosen ? "true" : undefined}
                className={join(
                  "flex w-full items-start gap-2.5 rounded-md py-2 pe-2.5 text-start focus-visible:ring-focus",
                  node.id === chosen ? "bg-accent-tint" : "hover:bg-sunk",
                )}
                style={{ paddingInlineStart: `${0.625 + node.depth * 1.1}rem` }}
              >
                <Swatch hue={hue} className="mt-1" />
                <span className="flex min-w-0 grow flex-col">
                  <span lang={lang} className={node.id === chosen ? "font-semibold" : ""}>
                    {name}
                  </span>
                  <span className="text-sm text-soft tabular-nums">{brief(node)}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
