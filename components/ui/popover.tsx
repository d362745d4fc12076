"use client";
/** A small panel beside what opened it: `<DialogTrigger><Button/><Popover>…</Popover></DialogTrigger>`. */
import * as Aria from "react-aria-components";
import { join } from "./join.ts";

export type PopoverProps = Omit<Aria.PopoverProps, "className" | "style" | "children"> &
  Readonly<{
    /** Spoken name of the panel. */ label: string;
    children: React.ReactNode | ((close: () => void) => React.ReactNode);
    className?: string;
  }>;

export function Popover({ label, children, className, offset = 6, ...rest }: PopoverProps) {
  return (
    <Aria.Popover {...rest} offset={offset} className="floating appear max-w-[min(26rem,94vw)] overflow-auto">
      <Aria.Dialog aria-label={label} className={join("p-4 ring-none", className)}>
        {({ close }) => <>{typeof children === "function" ? children(close) : children}</>}
      </Aria.Dialog>
    </Aria.Popover>
  );
}
