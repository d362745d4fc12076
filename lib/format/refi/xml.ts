/** XML as it is written for other programs: elements in the order given, none of them an empty wrapper, words escaped. */
import { escapeXml } from "#lib/format/text/escape.ts";

/** An element with words in it, or elements, or neither. */
export type Xml = Readonly<{
  name: string;
  attributes: readonly (readonly [string, string])[];
  inside: string | readonly Xml[];
}>;

/** An element. Attributes that are null, and elements that are, are not there. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | null>>,
  inside: string | readonly (Xml | null)[] = [],
): Xml {
  return {
    name,
    attributes: Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])),
    inside: typeof inside === "string" ? inside : inside.filter((one) => one !== null),
  };
}

/** An element around others; null where there are none, as the schemas of REFI-QDA allow no empty ones. */
export function wrapper(name: string, inside: readonly (Xml | null)[]): Xml | null {
  const all = inside.filter((one) => one !== null);
  return all.length === 0 ? null : element(name, {}, all);
}

/** The document in UTF-8. Elements stand on lines of their own; where words are in one, nothing is added to them. */
export function writeXml(root: Xml): Uint8Array {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  put(root, 0, parts);
  return new TextEncoder().encode(parts.join(""));
}

function put({ name, attributes, inside }: Xml, depth: number, parts: string[]): void {
  const indent = " ".repeat(depth);
  parts.push(indent, "<", name);
  for (const [key, value] of attributes) parts.push(" ", key, '="', attribute(value), '"');
  if (inside.length === 0) parts.push("/>\n");
  else if (typeof inside === "string") parts.push(">", words(inside), "</", name, ">\n");
  else {
    parts.push(">\n");
    for (const one of inside) put(one, depth + 1, parts);
    parts.push(indent, "</", name, ">\n");
  }
}

/** A reader of XML makes blanks of line ends in attributes, and LF of CR (XML 1.0, 2.11 and 3.3.3), but not of their codes. */
function attribute(value: string): string {
  return escapeXml(value).replace(/[\t\n\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

function words(value: string): string {
  return escapeXml(value).replaceAll("\r", "&#13;");
}
