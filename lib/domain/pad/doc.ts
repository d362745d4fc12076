/**
 * What stands in a pad, as a document of Yjs: lines of plain text, one paragraph each.
 *
 * The shape is the one by which the editor knows its paragraphs. Text and lines say the same: joined by line feeds the
 * paragraphs are the words. Offsets are UTF-16 units. Rules: docs/spec/pad.md, P1 to P4.
 */
import { applyPatch, diffArrays, structuredPatch } from "diff";
import * as Y from "yjs";

/** The document's only root. */
export const FRAGMENT = "text";

/** A document that says these words. */
export function padOf(words: string): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(FRAGMENT).insert(0, words.split("\n").map(paragraph));
  return doc;
}

/** What a document says. */
export function wordsIn(doc: Y.Doc): string {
  return doc
    .getXmlFragment(FRAGMENT)
    .toArray()
    .map((node) => lineOf(node))
    .join("\n");
}

/**
 * Has the document say other words, with as little change as may be: whoever writes in it stays where they are, and
 * what they have not sent yet still fits.
 */
export function rewrite(doc: Y.Doc, words: string): void {
  const root = doc.getXmlFragment(FRAGMENT);
  doc.transact(() => {
    let at = 0;
    const parts = diffArrays(
      root.toArray().map((node) => lineOf(node)),
      words.split("\n"),
    );
    for (const [n, part] of parts.entries()) {
      if (part.added) {
        const before = parts[n - 1];
        const kept = before?.removed ? Math.min(before.value.length, part.value.length) : 0;
        root.insert(at, part.value.slice(kept).map(paragraph));
        at += part.value.length - kept;
      } else if (part.removed) {
        const next = parts[n + 1];
        const lines = next?.added ? next.value.slice(0, part.value.length) : [];
        for (const line of lines) reline(root, at++, line);
        root.delete(at, part.value.length - lines.length);
      } else at += part.value.length;
    }
  });
}

/**
 * What two people made of the same words, in one text: where they changed different parts, both; where they changed the
 * same, what `mine` says stands.
 */
export function merged(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs;
  const patch = structuredPatch("", "", listed(base), listed(theirs), "", "", { context: 2 });
  const found = applyPatch(listed(mine), patch);
  return found === false ? mine : unlisted(found);
}

function paragraph(line: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  if (line !== "") element.insert(0, [new Y.XmlText(line)]);
  return element;
}

/** The text in a node, whatever a browser has made of it: marks and things that are no text are passed over. */
function lineOf(node: unknown): string {
  if (node instanceof Y.XmlText) {
    const stretches = node.toDelta() as readonly { insert: unknown }[]; // as Yjs describes it
    return stretches.map(({ insert }) => (typeof insert === "string" ? insert : "")).join("");
  }
  return node instanceof Y.XmlElement
    ? node
        .toArray()
        .map((child) => lineOf(child))
        .join("")
    : "";
}

/** Has the paragraph at this place say another line. */
function reline(root: Y.XmlFragment, at: number, line: string): void {
  const node = root.get(at);
  const [text, ...more] = node instanceof Y.XmlElement ? node.toArray() : [];
  if (!(text instanceof Y.XmlText) || more.length > 0 || lineOf(text).length !== text.length) {
    root.delete(at, 1);
    root.insert(at, [paragraph(line)]);
    return;
  }
  let from = 0;
  for (const { value, added, removed } of diffArrays(wordsOf(lineOf(text)), wordsOf(line))) {
    const said = value.join("");
    if (added) text.insert(from, said);
    if (removed) text.delete(from, said.length);
    else from += said.length;
  }
}

/** Words, and what stands between them: joined they are the text. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

/** A text with each word and each gap on a line of its own, for what compares and patches lines. */
function listed(text: string): string {
  return (text.match(/\n|[^\S\n]+|\S+/gu) ?? []).map((word) => `${JSON.stringify(word)}\n`).join("");
}

function unlisted(list: string): string {
  return list
    .split("\n")
    .map((line) => (line === "" ? "" : (JSON.parse(line) as string))) // as `listed` wrote it
    .join("");
}
