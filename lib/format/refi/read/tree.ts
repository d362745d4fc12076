/**
 * XML of REFI-QDA as a tree. Names of elements and attributes are without their prefixes and in small letters, as tools write
 * them in any namespace and now and then in another case.
 *
 * Rules: docs/spec/refi.md, RF5 and RF9.
 */
import { walkXml } from "#lib/format/text/sax.ts";

export type Element = Readonly<{
  name: string;
  of: ReadonlyMap<string, string>; // attributes
  inside: readonly Element[];
  words: string; // those that stand in it directly
}>;

/** As it is built. */
type Growing = { name: string; of: ReadonlyMap<string, string>; inside: Growing[]; words: string };

/**
 * Reads it.
 *
 * @param kept - which elements directly below the outermost are kept; null: all
 * @returns what had been read where it ceased to be well-formed, if it did; `root` null where nothing had
 */
export function readTree(
  xml: string,
  kept: ReadonlySet<string> | null = null,
): Readonly<{ root: Element | null; well: boolean }> {
  let root: Growing | null = null;
  const open: Growing[] = [];
  let depth = 0; // of all that is open, passed over or not
  let passing = 0; // the depth of what is passed over; 0: nothing is
  const well = walkXml(xml, {
    open({ name, attributes }) {
      depth += 1;
      if (passing > 0) return;
      const own = local(name);
      if (depth === 2 && kept !== null && !kept.has(own)) {
        passing = depth;
        return;
      }
      const of = new Map(Object.entries(attributes).map(([key, value]) => [local(key), value]));
      const element: Growing = { name: own, of, inside: [], words: "" };
      root ??= element;
      open.at(-1)?.inside.push(element);
      open.push(element);
    },
    close() {
      depth -= 1;
      if (passing === 0) open.pop();
      else if (depth < passing) passing = 0;
    },
    text(words) {
      const at = open.at(-1);
      if (at && passing === 0) at.words += words;
    },
  });
  return { root, well };
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1).toLowerCase();
}

/** The elements of a name that stand in one directly. */
export function all(element: Element | null, name: string): readonly Element[] {
  return element?.inside.filter((one) => one.name === name) ?? [];
}

/** The first of them, or null. */
export function first(element: Element | null, name: string): Element | null {
  return element?.inside.find((one) => one.name === name) ?? null;
}

/** An id as it is compared: braces and case do not count. Empty where there is none. */
export function guidOf(element: Element, attribute = "guid"): string {
  return (element.of.get(attribute) ?? "").replace(/[{}\s]/gu, "").toLowerCase();
}

/** The ids that elements of this name refer to. */
export function targets(element: Element | null, name: string): readonly string[] {
  return all(element, name).flatMap((one) => guidOf(one, "targetguid") || guidOf(one) || []);
}

/** What is said in its description. */
export function descriptionOf(element: Element): string {
  return first(element, "description")?.words ?? "";
}
