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

const AT_ONCE = 65_536; // UTF-16 units that are encoded together

/** The document in UTF-8. Elements stand on lines of their own; where words are in one, nothing is added to them. */
export function writeXml(root: Xml): Uint8Array {
  const encoder = new TextEncoder();
  const done: Uint8Array[] = [];
  let text = '<?xml version="1.0" encoding="UTF-8"?>\n';
  put(root, 0, (part) => {
    text += part;
    if (text.length < AT_ONCE) return;
    done.push(encoder.encode(text));
    text = "";
  });
  return Buffer.concat([...done, encoder.encode(text)]);
}

/** @param say - is given the parts in order, none of which ends within a sign */
function put({ name, attributes, inside }: Xml, depth: number, say: (part: string) => void): void {
  const indent = " ".repeat(depth);
  say(`${indent}<${name}`);
  for (const [key, value] of attributes) say(` ${key}="${attribute(value)}"`);
  if (inside.length === 0) say("/>\n");
  else if (typeof inside === "string") say(`>${words(inside)}</${name}>\n`);
  else {
    say(">\n");
    for (const one of inside) put(one, depth + 1, say);
    say(`${indent}</${name}>\n`);
  }
}

/** A reader of XML makes blanks of line ends in attributes, and LF of CR (XML 1.0, 2.11 and 3.3.3), but not of their codes. */
function attribute(value: string): string {
  return escapeXml(value).replace(/[\t\n\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

function words(value: string): string {
  return escapeXml(value).replaceAll("\r", "&#13;");
}
