/** The name of the house, with its weave; leads to the list of studies. */
import { BareLink } from "#components/ui/link.tsx";
import { WeaveGlyph } from "#components/ui/weave.tsx";

export function Wordmark() {
  return (
    <BareLink
      href="/"
      className="inline-flex min-h-9 shrink-0 items-center gap-2.5 rounded-md pe-1 text-[1.0625rem] font-semibold tracking-tight focus-visible:ring-focus touch:min-h-11"
    >
      <WeaveGlyph size={24} />
      Carthen
    </BareLink>
  );
}
