/** The measure of an ordinary page: its margins and its greatest width. Boards and readers fill the screen instead. */
import { join } from "./join.ts";

export function Page({ children, className }: Readonly<{ children: React.ReactNode; className?: string }>) {
  return <div className={join("mx-auto w-full max-w-6xl px-4 pt-6 pb-16 sm:px-8 sm:pt-8", className)}>{children}</div>;
}
