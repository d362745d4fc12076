/** How a list looks in which one thing, or several, are picked to be worked on; and each thing in it. */
export const PICKS =
  "flex flex-col overflow-auto rounded-md border border-line ring-none data-focus-visible:ring-focus";
export const PICK =
  "min-h-11 shrink-0 cursor-default border-b border-line px-3 py-2 ring-none select-none last:border-b-0 data-hovered:bg-sunk data-selected:bg-accent-tint data-focus-visible:ring-focus data-focus-visible:-outline-offset-2";
