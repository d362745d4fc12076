/** What a screen says when nothing is there yet: what this place is for, and what to do first. */
import { WeaveBand } from "./weave.tsx";
import { join } from "./join.ts";

export function EmptyState({
  title,
  children,
  action,
  plain = false,
  level = 2,
  className,
}: Readonly<{
  title: string;
  children?: React.ReactNode;
  action?: React.ReactNode;
  /** Without the woven band: inside panels. */ plain?: boolean;
  /** 1 where it is all that the page says. */ level?: 1 | 2 | 3;
  className?: string;
}>) {
  const Title = `h${level}` as const;
  return (
    <div className={join("mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-10 text-center", className)}>
      {plain ? null : <WeaveBand className="mb-2 w-28" />}
      <Title className="text-lg">{title}</Title>
      {children ? <div className="text-soft">{children}</div> : null}
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
