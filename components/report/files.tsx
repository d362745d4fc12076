"use client";
/** The forms in which the report leaves: the document at once, all of them in a menu that says what each is for. */
import { ChevronDown, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "#components/ui/menu.tsx";
import type { ReportFormat } from "#lib/domain/report/check.ts";

const GROUPS = { read: ["docx", "html", "pdf", "md"], work: ["csv", "xlsx", "json"] } as const satisfies Record<
  string,
  readonly ReportFormat[]
>;

export function Files({
  ready,
  busy,
  onTake,
}: Readonly<{
  /** Whether nothing keeps the report back. */
  ready: boolean;
  /** What is being made. */
  busy: ReportFormat | null;
  onTake: (format: ReportFormat) => void;
}>) {
  const t = useTranslations("report");
  return (
    <>
      <Button look={ready ? "primary" : "plain"} isPending={busy === "docx"} onPress={() => onTake("docx")}>
        <Download aria-hidden size={16} />
        {t("format.docx")}
      </Button>
      <MenuTrigger>
        <Button isPending={busy !== null && busy !== "docx"}>
          {t("formats")}
          <ChevronDown aria-hidden size={16} className="text-soft" />
        </Button>
        <Menu aria-label={t("formats")}>
          {(["read", "work"] as const).map((group) => (
            <MenuSection key={group} title={t(`group.${group}`)}>
              {GROUPS[group].map((format) => (
                <MenuItem
                  key={format}
                  id={format}
                  textValue={t(`format.${format}`)}
                  description={t(`for.${format}`)}
                  onAction={() => onTake(format)}
                >
                  {t(`format.${format}`)}
                </MenuItem>
              ))}
              {group === "work" ? (
                <MenuItem href="/api/schemas/report" download textValue={t("schema")} description={t("for.schema")}>
                  {t("schema")}
                </MenuItem>
              ) : null}
            </MenuSection>
          ))}
        </Menu>
      </MenuTrigger>
    </>
  );
}
