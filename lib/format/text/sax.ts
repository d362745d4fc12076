/**
 * Walks XML that somebody brought: what opens, what closes, and the words between.
 *
 * A document type is refused before anything of it is parsed, so that no entity can grow. Rules: docs/spec/import.md, I31.
 */
import { SaxesParser } from "saxes";

/** An element that opens, its name and those of its attributes as they stand in the file, with their prefixes. */
export type Tag = Readonly<{ name: string; attributes: Readonly<Record<string, string>> }>;

type Handlers = Readonly<{ open: (tag: Tag) => void; close: (name: string) => void; text: (words: string) => void }>;

const STEP = 64 * 1024; // UTF-16 units

/** False where the XML is not well-formed, or has a document type. What has been walked until then has been told. */
export function walkXml(xml: string, handlers: Handlers): boolean {
  const parser = new SaxesParser({ xmlns: false });
  let well = true;
  parser.on("error", () => (well = false));
  parser.on("doctype", () => (well = false));
  parser.on("opentag", handlers.open);
  parser.on("closetag", (tag) => handlers.close(tag.name));
  parser.on("text", handlers.text);
  parser.on("cdata", handlers.text);
  try {
    for (let at = 0; at < xml.length && well; at += STEP) parser.write(xml.slice(at, at + STEP));
    if (well) parser.close();
  } catch {
    return false;
  }
  return well && xml !== "";
}
