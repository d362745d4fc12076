"use client";
/** Several panels in one place, one of them in sight. */
import * as Aria from "react-aria-components";
import { join } from "./join.ts";

type Plain<T> = Omit<T, "className" | "style"> & Readonly<{ className?: string }>;

export function Tabs({ className, ...rest }: Plain<Aria.TabsProps>) {
  return <Aria.Tabs {...rest} className={join("flex min-h-0 flex-col", className)} />;
}
/** Needs an `aria-label`. */
export function TabList<T extends object>({ className, ...rest }: Plain<Aria.TabListProps<T>>) {
  return <Aria.TabList {...rest} className={join("flex gap-1 overflow-x-auto border-b border-line", className)} />;
}
export function Tab({ className, ...rest }: Plain<Aria.TabProps>) {
  return (
    <Aria.Tab
      {...rest}
      className={join(
        "-mb-px flex min-h-10 cursor-default items-center gap-2 rounded-t border-b-2 border-transparent px-3 whitespace-nowrap text-soft ring-none touch:min-h-11",
        "data-focus-visible:ring-focus data-focus-visible:-outline-offset-2 data-hovered:text-ink data-selected:border-accent data-selected:font-semibold data-selected:text-ink data-disabled:opacity-50",
        className,
      )}
    />
  );
}
export function TabPanel({ className, ...rest }: Plain<Aria.TabPanelProps>) {
  return (
    <Aria.TabPanel {...rest} className={join("min-h-0 grow pt-4 ring-none data-focus-visible:ring-focus", className)} />
  );
}
