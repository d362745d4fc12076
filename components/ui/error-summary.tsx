"use client";
/** What is wrong with a form, all of it, at its top: takes the focus when it appears, each line leads to its field. */
import { useEffect, useRef } from "react";
import { useTranslations } from "next-intl";

export type FormFault = Readonly<{
  /** The id of the input that it is about, where there is one. */ field?: string | undefined;
  text: string;
}>;

/** Give a new `key` for each try to send the form, so that the focus comes back. */
export function ErrorSummary({ faults }: Readonly<{ faults: readonly FormFault[] }>) {
  const t = useTranslations("common");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  if (faults.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      className="rounded-md border-2 border-danger bg-danger-tint px-4 py-3"
    >
      <h2 id="error-summary-title" className="font-semibold">
        {t("errorSummary")}
      </h2>
      <ul className="mt-1 list-none space-y-1">
        {faults.map((fault) => (
          <li key={fault.text}>
            {fault.field ? (
              <a
                href={`#${fault.field}`}
                className="rounded-sm font-semibold text-danger underline underline-offset-3"
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fault.field ?? "")?.focus();
                }}
              >
                {fault.text}
              </a>
            ) : (
              fault.text
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
