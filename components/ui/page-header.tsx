/** The head of a page: one h1, a line about it, what can be done here. */
import { join } from "./join.ts";

export function PageHeader({
  title,
  lead,
  actions,
  above,
  className,
}: Readonly<{
  title: React.ReactNode;
  lead?: React.ReactNode;
  actions?: React.ReactNode;
  /** Breadcrumbs or a way back. */ above?: React.ReactNode;
  className?: string;
}>) {
  return (
    <header className={join("flex flex-col gap-2 pb-6", className)}>
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-2xl leading-tight sm:text-[1.75rem]">{title}</h1>
          {lead ? <p className="mt-1.5 max-w-measure text-soft">{lead}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
