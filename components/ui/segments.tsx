"use client";
/** One of two to four short choices, side by side: the chosen one is plain to see and takes one press to change. */
import * as Aria from "react-aria-components";
import { join } from "./join.ts";

type Props<Id extends string> = Readonly<{
  label: string;
  /** Speaks the label without showing it. */
  hideLabel?: boolean;
  choices: readonly Readonly<{ id: Id; label: string }>[];
  /** `null`: none of them. */
  chosen: Id | null;
  onChoose: (chosen: Id | null) => void;
  /** Whether the chosen one can be taken back, so that none is. */
  mayBeNone?: boolean;
  className?: string;
}>;

export function Segments<Id extends string>({
  label,
  hideLabel = false,
  choices,
  chosen,
  onChoose,
  mayBeNone = false,
  className,
}: Props<Id>) {
  return (
    <div className={join("flex flex-col gap-1", className)}>
      {hideLabel ? null : (
        <span aria-hidden className="text-sm font-semibold">
          {label}
        </span>
      )}
      <Aria.ToggleButtonGroup
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection={!mayBeNone}
        selectedKeys={chosen === null ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys;
          onChoose(choices.find(({ id }) => id === key)?.id ?? null);
        }}
        className="flex min-h-9.5 shrink-0 flex-wrap items-center gap-1.5"
      >
        {choices.map(({ id, label: words }) => (
          <Aria.ToggleButton
            key={id}
            id={id}
            className={join(
              "min-h-8 rounded-md border border-line-strong px-2.5 text-sm font-semibold ring-none touch:min-h-11",
              "data-focus-visible:ring-focus data-hovered:bg-sunk data-selected:border-accent data-selected:bg-accent-tint data-selected:text-accent",
            )}
          >
            {words}
          </Aria.ToggleButton>
        ))}
      </Aria.ToggleButtonGroup>
    </div>
  );
}
