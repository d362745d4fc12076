/** The first thing that Tab reaches: past the bars, to what the page is about. */
export function SkipLink({ children }: Readonly<{ children: React.ReactNode }>) {
  return (
    <a
      href="#main"
      className="sr-only rounded-md bg-accent px-4 py-2 font-semibold text-accent-ink focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-70 focus:ring-focus"
    >
      {children}
    </a>
  );
}
