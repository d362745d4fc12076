/**
 * Reads marked-up text (XML, HTML) as a person and as a program would see it: words joined across runs within a block,
 * attributes, comments, instructions; and the source itself with its codes resolved.
 *
 * An item of the respondents list whose whole name agreed to stand there is taken out of every reading; what looks like
 * one but says anything else stays. Rules: docs/spec/report.md, S3 to S6.
 */
import { SaxesParser } from "saxes";
import { references } from "#lib/format/html/entity.ts";
import { AGREED, AGREED_NAME, RESPONDENT } from "#lib/format/report/mark.ts";
import { unescaped } from "#lib/format/text/markdown.ts";
import { jsonReadings } from "./json.ts";
import type { Reading } from "./reading.ts";

/** Elements that end a word and a line of thought. */
const BLOCKS =
  /^(?:(?:w|a|text|draw):)?(?:p|h|h[1-6]|li|td|th|tr|tc|div|caption|title|blockquote|section|nav|main|dt|dd|option|figcaption|si|c|v|row|table|ul|ol)$|^(?:dc|cp|dcterms|vt|xmp):|^(?:Application|Company|Manager|Template|AppVersion)$|^(?:Description|PlainTextContent|TextValue)$/;
const BREAKS = /^(?:w:)?(?:br|tab|cr)$/;
/** An item of a list begins in Markdown. */
const ITEM = /^\n[-*] $/;
const DELETED = /^(?:w:(?:del|moveFrom)|del|s|strike)$/;

/** Every reading of a text; plain text has one. */
export function readings(text: string, agreed: ReadonlySet<string>): readonly Reading[] {
  const data = jsonReadings(text, agreed);
  if (data) return [...data, ...resolved(data.flatMap(({ parts = [] }) => parts).join("\n"))];
  if (!/<[!?/a-zA-Z]/.test(text)) return [{ text, how: "" }, ...resolved(text)];
  const parsed = parse(text, agreed);
  if (parsed !== null) return parsed;
  // Not well-formed: nothing is exempt, and both the source and what is left without its tags are searched.
  const bare = references(text.replace(/<[^>]*>/g, ""));
  return [
    { text: references(text), how: "source" },
    { text: bare, how: "untagged" },
    { text: references(text.replace(/<[^>]*>/g, " ")), how: "untagged" },
  ];
}

/** With what stands for signs in their place: entities, and the codes that workbooks have for signs. */
function resolved(text: string): Reading[] {
  const plain = references(text).replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return plain === text ? [] : [{ text: plain, how: "entities" }];
}

function parse(text: string, agreed: ReadonlySet<string>): readonly Reading[] | null {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const parser = new SaxesParser({ fragment: false });
  const shown: string[] = []; // with what was deleted
  const kept: string[] = []; // without
  const apart: string[] = []; // each run by itself, as a field's code may stand against a name
  const values = new Set<string>(); // each once: a sheet has hundreds of thousands
  const notes: string[] = [];
  const names = new Set<string>();
  const sheets: string[] = [];
  const path: {
    name: string;
    listed: boolean;
    shownAt: number;
    keptAt: number;
    apartAt: number;
    words: string | null; // null where nobody asks what has been said in it
  }[] = [];
  let deleted = 0;
  let styled = false; // the paragraph has the style of the respondents list

  const say = (words: string) => {
    if (path.at(-1)?.name === "style") {
      sheets.push(...words.split("\n"));
      return;
    }
    shown.push(words);
    if (deleted === 0) kept.push(words);
    apart.push(words, "\u0001");
    for (const one of path) if (one.words !== null) one.words += words;
  };
  const part = () => {
    shown.push("\u0001");
    kept.push("\u0001");
  };
  parser.on("error", (error) => {
    throw error; // one fault is enough: caught below
  });
  parser.on("text", say);
  parser.on("cdata", say);
  parser.on("comment", (words) => notes.push(words));
  parser.on("doctype", (words) => notes.push(words));
  parser.on("processinginstruction", ({ target, body: words }) => notes.push(`${target} ${words}`));
  parser.on("opentag", (tag) => {
    const attributes = Object.entries(tag.attributes).map(([name, value]) => [name, String(value)] as const);
    for (const [name, value] of attributes) values.add(`${name} \u0001 ${value}`);
    names.add(tag.name);
    if (BLOCKS.test(tag.name)) part();
    else if (BREAKS.test(tag.name)) say("\n");
    if (DELETED.test(tag.name)) deleted += 1;
    if (tag.name === "w:p") styled = false;
    if (tag.name === "w:pStyle") styled = tag.attributes["w:val"] === RESPONDENT;
    if (tag.name === "w:rStyle" && tag.attributes["w:val"] === AGREED_NAME && styled) {
      const run = path.findLast((one) => one.name === "w:r");
      if (run) run.listed = true;
    }
    const within = path.at(-1);
    const listed =
      tag.name === "span" &&
      tag.attributes[AGREED] !== undefined &&
      (within?.name === "li" ||
        (path.length === 1 && within?.name === "div" && ITEM.test(within.words?.slice(-3) ?? "")));
    const heard = listed || tag.name === "w:r" || (path.length === 0 && tag.name === "div");
    path.push({
      name: tag.name,
      listed,
      shownAt: shown.length,
      keptAt: kept.length,
      apartAt: apart.length,
      words: heard ? "" : null,
    });
  });
  parser.on("closetag", (tag) => {
    const one = path.pop();
    if (DELETED.test(tag.name)) deleted -= 1;
    if (
      one?.listed === true &&
      deleted === 0 &&
      agreed.has(
        unescaped(one.words ?? "")
          .trim()
          .replace(/\s+/gu, " "),
      )
    ) {
      // The whole of a name that agreed: nothing else stands in this run.
      shown.splice(one.shownAt, shown.length, "\u0001");
      kept.splice(one.keptAt, kept.length, "\u0001");
      apart.splice(one.apartAt);
    }
    if (BLOCKS.test(tag.name)) part();
  });
  try {
    parser.write(body).close();
  } catch {
    return null;
  }
  const all = shown.join("");
  const accepted = kept.join("");
  return [
    { text: all, how: "words" },
    ...(accepted === all ? [] : [{ text: accepted, how: "words kept" }]),
    { text: apart.join(""), how: "runs" },
    ...resolved(all), // a code written as text: &amp;#67;
    { text: notes.join("\n"), how: "comments" },
    { text: "", how: "attributes", parts: [...values] },
    { text: "", how: "elements", parts: [...names] },
    { text: "", how: "style", parts: sheets },
  ];
}
