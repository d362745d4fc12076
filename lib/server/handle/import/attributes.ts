/** What is known of sources besides their words, by the heading and the kind of its values. Rules: docs/spec/import.md, I106. */
import type { Attribute } from "#lib/domain/import/sheet.ts";

/** Numbers those of equal heading and kind, in order. */
export function toldApart<K>(
  all: readonly (readonly [key: K, Readonly<Pick<Attribute, "name" | "kind">>])[],
): Map<K, Attribute> {
  const times = new Map<string, number>();
  return new Map(
    all.map(([key, { name, kind }]) => {
      const same = `${kind}/${name}`;
      const nth = (times.get(same) ?? 0) + 1;
      times.set(same, nth);
      return [key, { name, kind, nth }];
    }),
  );
}
