"use client";
/** Chips: tags on a quote, people in a filter. Arrow keys walk, Delete removes. */
import { X } from "lucide-react";
import * as Aria from "react-aria-components";
import { useTranslations } from "next-intl";
import { join } from "./join.ts";

export type TagListProps<T extends object> = Omit<Aria.TagGroupProps, "className" | "style" | "children"> &
  Readonly<{ label: string; hideLabel?: boolean; items?: Iterable<T>; empty?: string; children: React.ReactNode | ((item: T) => React.ReactNode); className?: string }>;

export function TagList<T extends object>({ label, hideLabel = false, items, empty, children, className, ...rest }: TagListProps<T>) {
  return (
    <Aria.TagGroup {...rest} {...(hideLabel ? { "aria-label": label } : {})} className={join("flex flex-col gap-1", className)}>
      {hideLabel ? null : <Aria.Label className="text-sm font-semibold">{label}</Aria.Label>}
      <Aria.TagList {...(items ? { items } : {})} className="flex flex-wrap gap-1.5" renderEmptyState={() => <span className="text-sm text-soft">{empty}</span>}>
        {children}
      </Aria.TagList>
    </Aria.TagGroup>
  );
}

export type TagProps = Omit<Aria.TagProps, "className" | "style" | "children"> & Readonly<{ children: React.ReactNode; /** 1…10; grey where none. */ hue?: number | undefined; className?: string }>;

export const chipClass = "inline-flex min-h-6 items-center gap-1 rounded-full border border-hue/35 bg-hue-tint px-2.5 text-sm text-hue-text";

/** A chip that is part of a `TagList`; give `textValue` where `children` is not plain text. */
export function Tag({ children, hue, className, ...rest }: TagProps) {
  const t = useTranslations("common");
  const words = typeof children === "string" ? { textValue: children } : {};
  return (
    <Aria.Tag
      {...words}
      {...rest}
      data-hue={hue}
      className={join(chipClass, "cursor-default ring-none touch:min-h-9 data-focus-visible:ring-focus data-selected:border-accent data-selected:bg-accent data-selected:text-accent-ink data-disabled:opacity-50", className)}
    >
      {({ allowsRemoving }) => (
        <>
          {children}
          {allowsRemoving ? (
            <Aria.Button slot="remove" aria-label={t("remove")} className="-me-1.5 inline-flex size-6 items-center justify-center rounded-full ring-none data-focus-visible:ring-focus data-hovered:bg-hue/20">
              <X aria-hidden size={13} />
            </Aria.Button>
          ) : null}
        </>
      )}
    </Aria.Tag>
  );
}

/** A chip that only says something. */
export function Chip({ children, hue, className }: Readonly<{ children: React.ReactNode; hue?: number | undefined; className?: string }>) {
  return <span data-hue={hue} className={join(chipClass, className)}>{children}</span>;
}
