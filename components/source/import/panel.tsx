/** A part of the preview: a heading and what belongs to it. */
import { useId } from "react";

export function Panel({
  title,
  help,
  children,
  aside,
}: Readonly<{ title: string; help?: string; children: React.ReactNode; aside?: React.ReactNode }>) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 border-t border-line pt-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id={id} className="text-lg">
          {title}
        </h3>
        {aside}
      </div>
      {help ? <p className="-mt-2 max-w-measure text-sm text-soft">{help}</p> : null}
      {children}
    </section>
  );
}
