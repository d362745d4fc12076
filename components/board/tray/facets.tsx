"use client";
/** Narrows the tray by source, participant, question and tag; each choice says how many it would find. */
import { useTranslations } from "next-intl";
import { Option } from "#components/ui/option.tsx";
import { Select } from "#components/ui/select.tsx";
import { FACETS, NONE, orderOf } from "#lib/client/board/tray.ts";
import type { Facet, Sieved, Wanted } from "#lib/client/board/tray.ts";
import { useFromRows } from "#lib/client/study/provider.tsx";
import { useValueNames } from "./use-tray.ts";

type Props = Readonly<{ counts: Sieved["counts"]; wanted: Wanted; onWant: (wanted: Wanted) => void }>;

export function Facets({ counts, wanted, onWant }: Props) {
  return (
    <div className="grid grid-cols-2 gap-1.5">
      {FACETS.map((facet) => (
        <Choice
          key={facet}
          facet={facet}
          counts={counts[facet]}
          value={wanted[facet]}
          onValue={(value) => onWant({ ...wanted, [facet]: value })}
        />
      ))}
    </div>
  );
}

type ChoiceProps = Readonly<{
  facet: Facet;
  counts: ReadonlyMap<string, number>;
  value: string | null;
  onValue: (value: string | null) => void;
}>;

function Choice({ facet, counts, value, onValue }: ChoiceProps) {
  const t = useTranslations("board-tray");
  const nameOf = useValueNames();
  const order = useFromRows([facet], (rows) => orderOf(rows, facet), [facet]);
  const values = [...order, NONE].filter((each) => each === value || (counts.get(each) ?? 0) > 0);
  return (
    <Select
      label={t(`facet.${facet}`)}
      hideLabel
      size="small"
      className="min-w-0"
      selectedKey={value ?? "all"}
      onSelectionChange={(key) => onValue(key === "all" ? null : String(key))}
    >
      <Option id="all">{t(`all.${facet}`)}</Option>
      {values.map((each) => {
        const name = each === NONE ? t(`none.${facet}`) : nameOf(facet, each, true);
        return (
          <Option key={each} id={each}>
            {t("option", { name, count: counts.get(each) ?? 0 })}
          </Option>
        );
      })}
    </Select>
  );
}
