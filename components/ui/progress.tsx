"use client";
/** How far something has come; without `value`, that it is under way. */
import * as Aria from "react-aria-components";
import { join } from "./join.ts";

export type ProgressProps = Readonly<{
  label: string;
  /** 0…max */ value?: number;
  max?: number;
  /** Replaces the percentage: "40 of 120 rows". */ valueLabel?: string;
  className?: string;
}>;

export function Progress({ label, value, max = 100, valueLabel, className }: ProgressProps) {
  return (
    <Aria.ProgressBar
      {...(value === undefined ? { isIndeterminate: true } : { value })}
      {...(valueLabel ? { valueLabel } : {})}
      maxValue={max}
      className={join("flex flex-col gap-1.5", className)}
    >
      {({ percentage, valueText, isIndeterminate }) => (
        <>
          <div className="flex justify-between gap-4 text-sm">
            <Aria.Label>{label}</Aria.Label>
            {isIndeterminate ? null : <span className="text-soft tabular-nums">{valueText}</span>}
          </div>
          <div className="h-1.5 overflow-hidden rounded-full bg-line">
            <div
              className={join(
                "h-full rounded-full bg-accent",
                isIndeterminate ? "shuttle w-1/3" : "transition-[width]",
              )}
              style={isIndeterminate ? undefined : { width: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </Aria.ProgressBar>
  );
}
