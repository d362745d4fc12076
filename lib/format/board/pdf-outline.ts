/** The bookmarks of a PDF. Source: ISO 32000-1:2008, 12.3. */
import { textString } from "./pdf-file.ts";
import type { PdfFile } from "./pdf-file.ts";

/** `place`: where it leads, as it is written. */
export type Bookmark = Readonly<{ title: string; place: string; inside: readonly Bookmark[] }>;

/** Writes the bookmarks; answers with their root's number, or null where there are none. */
export function bookmarks(file: PdfFile, all: readonly Bookmark[]): number | null {
  if (all.length === 0) return null;
  const root = file.reserve();
  const write = (some: readonly Bookmark[], parent: number): readonly number[] => {
    const numbers = some.map(() => file.reserve());
    some.forEach(({ title, place, inside }, at) => {
      const number = numbers[at] ?? 0;
      const kids = write(inside, number);
      const way = [
        at > 0 ? `/Prev ${numbers[at - 1] ?? 0} 0 R` : "",
        at < some.length - 1 ? `/Next ${numbers[at + 1] ?? 0} 0 R` : "",
        kids.length > 0 ? `/First ${kids[0] ?? 0} 0 R/Last ${kids.at(-1) ?? 0} 0 R/Count -${kids.length}` : "",
      ].join("");
      file.add(`<</Title${textString(title)}/Parent ${parent} 0 R${way}/Dest${place}>>`, number);
    });
    return numbers;
  };
  const numbers = write(all, root);
  return file.add(
    `<</Type/Outlines/First ${numbers[0] ?? 0} 0 R/Last ${numbers.at(-1) ?? 0} 0 R/Count ${numbers.length}>>`,
    root,
  );
}
