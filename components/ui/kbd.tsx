/** A key or a chord of keys: `Ctrl+Z`. */
import { join } from "./join.ts";

export function Kbd({ children, className }: Readonly<{ children: React.ReactNode; className?: string }>) {
  return (
    <kbd
      className={join(
        "inline-block min-w-6 rounded border border-line-strong bg-sunk px-1.5 text-center font-sans text-[0.8125rem] leading-5 whitespace-nowrap",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
