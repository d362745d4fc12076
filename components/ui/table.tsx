"use client";
/** A table that keyboard and screen reader can walk through; scrolls sideways inside itself where the screen is narrow. */
import { ArrowDown, ArrowUp } from "lucide-react";
import * as Aria from "react-aria-components";
import { Checkbox } from "./checkbox.tsx";
import { join } from "./join.ts";

type Plain<T> = Omit<T, "className" | "style"> & Readonly<{ className?: string }>;

export const TableBody = Aria.TableBody;

/** Needs an `aria-label`. */
export function Table({ className, ...rest }: Plain<Aria.TableProps>) {
  return (
    <div className="max-w-full overflow-x-auto">
      <Aria.Table {...rest} className={join("w-full border-collapse text-start ring-none data-focus-visible:ring-focus", className)} />
    </div>
  );
}

export function TableHeader<T extends object>({ className, children, columns, ...rest }: Plain<Aria.TableHeaderProps<T>>) {
  const { selectionBehavior, selectionMode } = Aria.useTableOptions();
  return (
    <Aria.TableHeader {...rest} className={join("border-b border-line-strong text-sm", className)}>
      {selectionBehavior === "toggle" ? (
        <Aria.Column className="w-10 px-2">{selectionMode === "multiple" ? <Checkbox slot="selection" /> : null}</Aria.Column>
      ) : null}
      <Aria.Collection {...(columns ? { items: columns } : {})}>{children}</Aria.Collection>
    </Aria.TableHeader>
  );
}

export function Column({ className, children, ...rest }: Omit<Plain<Aria.ColumnProps>, "children"> & Readonly<{ children?: React.ReactNode }>) {
  return (
    <Aria.Column {...rest} className={join("px-3 py-2 text-start font-semibold whitespace-nowrap ring-none first:ps-0 data-focus-visible:ring-focus data-focus-visible:-outline-offset-2", className)}>
      {({ allowsSorting, sortDirection }) => (
        <span className="inline-flex items-center gap-1">
          {children}
          {allowsSorting && sortDirection ? sortDirection === "ascending" ? <ArrowUp aria-hidden size={14} /> : <ArrowDown aria-hidden size={14} /> : null}
        </span>
      )}
    </Aria.Column>
  );
}

export function Row<T extends object>({ className, children, columns, ...rest }: Plain<Aria.RowProps<T>>) {
  const { selectionBehavior } = Aria.useTableOptions();
  return (
    <Aria.Row
      {...rest}
      {...(columns ? { columns } : {})}
      className={join("border-b border-line ring-none data-focus-visible:ring-focus data-focus-visible:-outline-offset-2 data-hovered:bg-sunk data-selected:bg-accent-tint", className)}
    >
      {selectionBehavior === "toggle" ? (
        <Aria.Cell className="w-10 px-2">
          <Checkbox slot="selection" />
        </Aria.Cell>
      ) : null}
      <Aria.Collection {...(columns ? { items: columns } : {})}>{children}</Aria.Collection>
    </Aria.Row>
  );
}

export function Cell({ className, ...rest }: Plain<Aria.CellProps>) {
  return <Aria.Cell {...rest} className={join("px-3 py-2.5 align-top ring-none first:ps-0 data-focus-visible:ring-focus data-focus-visible:-outline-offset-2", className)} />;
}
