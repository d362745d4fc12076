"use client";
/** A heading that opens and shuts what belongs to it. */
import { ChevronRight } from "lucide-react";
import * as Aria from "react-aria-components";
import { join } from "./join.ts";

export type DisclosureProps = Omit<Aria.DisclosureProps, "className" | "style" | "children"> &
  Readonly<{
    title: React.ReactNode;
    /** The heading's level. */ level?: 2 | 3 | 4;
    children: React.ReactNode;
    className?: string;
  }>;

export function Disclosure({ title, level = 3, children, className, ...rest }: DisclosureProps) {
  return (
    <Aria.Disclosure {...rest} className={join("group", className)}>
      <Aria.Heading level={level} className="font-normal">
        <Aria.Button
          slot="trigger"
          className="flex min-h-9 w-full items-center gap-2 rounded text-start ring-none data-focus-visible:ring-focus data-hovered:bg-sunk touch:min-h-11"
        >
          <ChevronRight
            aria-hidden
            size={16}
            className="shrink-0 text-soft transition-transform group-data-expanded:rotate-90"
          />
          <span className="min-w-0 grow font-semibold">{title}</span>
        </Aria.Button>
      </Aria.Heading>
      <Aria.DisclosurePanel className="ps-6">{children}</Aria.DisclosurePanel>
    </Aria.Disclosure>
  );
}
