"use client";
/** A list of tags to pick one of: type a few letters, press Enter. */
import { useTranslations } from "next-intl";
import * as Aria from "react-aria-components";
import { Dialog } from "#components/ui/dialog.tsx";
import { Option } from "#components/ui/option.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { Swatch } from "#components/ui/swatch.tsx";
import { lineOf } from "#lib/client/tag/use.ts";
import type { Nodes, TagNode } from "#lib/client/tag/branch.ts";

type Props = Readonly<{
  title: string;
  /** What it is called to be in no tag; null where that cannot be picked. */
  none: string | null;
  nodes: Nodes;
  /** In the order of the tree. */
  tags: readonly TagNode[];
  onPick: (tag: string | null) => void;
  onClose: () => void;
}>;

export function PickTag({ title, none, nodes, tags, onPick, onClose }: Props) {
  const t = useTranslations("codebook");
  const { contains } = Aria.useFilter({ sensitivity: "base" });
  return (
    <Dialog title={title} width="narrow" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Aria.Autocomplete filter={contains}>
        {/* Whoever asked to move a tag wants to type a name. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <SearchField autoFocus label={t("search")} />
        <Aria.Virtualizer layout={Aria.ListLayout} layoutOptions={{ estimatedRowHeight: 40 }}>
          <Aria.ListBox
            aria-label={title}
            className="mt-2 h-[50dvh] overflow-auto ring-none"
            selectionMode="none"
            onAction={(key) => {
              onClose();
              onPick(key === "none" ? null : String(key));
            }}
            renderEmptyState={() => <p className="px-2.5 py-2 text-soft">{t("nothing")}</p>}
          >
            {none === null ? null : (
              <Option id="none" textValue={none}>
                <span aria-hidden className="size-4 shrink-0 rounded-[3px] border border-line-strong" />
                {none}
              </Option>
            )}
            {tags.map((tag) => {
              const above = tag.parent === null ? "" : lineOf(nodes, tag.parent);
              return (
                <Option key={tag.id} id={tag.id} textValue={tag.name || t("unnamed")}>
                  {tag.hue ? (
                    <Swatch hue={tag.hue} />
                  ) : (
                    <span
                      aria-hidden
                      className="size-4 shrink-0 rounded-[3px] border border-dashed border-line-strong"
                    />
                  )}
                  <span className="flex min-w-0 grow flex-col">
                    <span>{tag.name || t("unnamed")}</span>
                    {above === "" ? null : <span className="truncate text-sm text-soft">{above}</span>}
                  </span>
                </Option>
              );
            })}
          </Aria.ListBox>
        </Aria.Virtualizer>
      </Aria.Autocomplete>
    </Dialog>
  );
}
