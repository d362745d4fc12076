"use client";
/** A small sign that something is under way; says so only where it stands alone (`label`). */
export function Spinner({ size = 20, label }: Readonly<{ size?: number; label?: string }>) {
  return (
    <span {...(label ? { role: "status" } : {})} className="inline-flex items-center gap-2">
      <svg aria-hidden width={size} height={size} viewBox="0 0 24 24" fill="none" className="spin-slow shrink-0">
        <circle cx="12" cy="12" r="9" stroke="currentColor" strokeOpacity="0.25" strokeWidth="3" />
        <path d="M21 12a9 9 0 0 0-9-9" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
      </svg>
      {label}
    </span>
  );
}
