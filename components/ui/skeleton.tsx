/** The shape of what is about to come, so that the page does not jump. The page around it says that it is loading. */
import { join } from "./join.ts";

export function Skeleton({
  className,
  lines,
}: Readonly<{ className?: string; /** Draws lines of text instead of one block. */ lines?: number }>) {
  if (lines === undefined) return <div aria-hidden className={join("breathe rounded bg-line", className)} />;
  return (
    <div aria-hidden className={join("flex flex-col gap-2.5", className)}>
      {Array.from({ length: lines }, (_, at) => (
        <div key={at} className="breathe h-4 rounded bg-line" style={{ width: `${[96, 88, 92, 60][at % 4] ?? 90}%` }} />
      ))}
    </div>
  );
}
