"use client";
/** What something names. Rules: docs/spec/identifier.md, I91. */
import { useTranslations } from "next-intl";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { KINDS } from "#lib/domain/detect/hit.ts";
import type { Kind } from "#lib/domain/detect/hit.ts";

type Props = Readonly<{ thing: Kind | null; onSay: (thing: Kind) => void }>;

export function ThingChoice({ thing, onSay }: Props) {
  const t = useTranslations("identifier");
  return (
    <Select
      label={t("thing.label")}
      placeholder={t("thing.unsaid")}
      size="small"
      className="w-60 max-w-full"
      selectedKey={thing}
      onSelectionChange={(key) => {
        const said = KINDS.find((one) => one === key);
        if (said !== undefined && said !== thing) onSay(said);
      }}
    >
      {KINDS.map((one) => (
        <Option key={one} id={one}>
          {t(`kind.${one}`)}
        </Option>
      ))}
    </Select>
  );
}
