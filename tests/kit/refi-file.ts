/** A project as another tool might write it, with a bit of everything, for tests of what comes in. */
import { strToU8, zipSync } from "fflate";

export const guid = (n: number) => `5215cc69-b628-4e02-afb9-${String(n).padStart(12, "0")}`;
const ref = (name: string, n: number) => `<${name} targetGUID="{${guid(n).toUpperCase()}}"/>`;
export const code = (n: number, name: string, inside = "") =>
  `<Code guid="${guid(n)}" name="${name}" isCodable="true">${inside}</Code>`;
const coding = (n: number) => `<Coding guid="${guid(800 + n)}">${ref("CodeRef", n)}</Coding>`;
export const selection = (n: number, start: number, end: number, inside = "") =>
  `<PlainTextSelection guid="${guid(n)}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`;

export const TALK = "Ada: People help.\n\nBen: Time to learn 🧶 helps.";

/** A project of another tool that has a bit of everything. */
const INSIDE =
  `<Users><User guid="${guid(1)}" name="Somebody"/></Users>` +
  `<CodeBook><Codes>${code(10, "Trust", `<Description>In people</Description>${ref("NoteRef", 61)}`)}${code(11, "Help")}${code(12, "")}</Codes></CodeBook>` +
  `<Variables><Variable guid="${guid(20)}" name="Age" typeOfVariable="Integer"/></Variables>` +
  `<Cases><Case guid="${guid(30)}" name="Ada Jones"><Description>Met twice</Description>${ref("CodeRef", 10)}` +
  `<VariableValue>${ref("VariableRef", 20)}<IntegerValue>41</IntegerValue></VariableValue>${ref("SourceRef", 40)}${ref("SelectionRef", 50)}</Case>` +
  `<Case guid="${guid(31)}" name="Ben"><VariableValue>${ref("VariableRef", 20)}<IntegerValue>9</IntegerValue></VariableValue></Case></Cases>` +
  `<Sources><TextSource guid="${guid(40)}" name="Talk one" plainTextPath="internal://a.txt"><Description>Recorded at home</Description>` +
  selection(50, 5, 16, coding(10)) +
  selection(51, 5, 16, `<Description>Nice</Description>${coding(11)}${coding(10)}${coding(12)}`) +
  selection(52, 24, 37, coding(11)) +
  selection(53, 90, 99) +
  `</TextSource><PictureSource guid="${guid(41)}" name="Photo"><PictureSelection guid="${guid(54)}">${coding(10)}</PictureSelection></PictureSource>` +
  `<TextSource guid="${guid(42)}" name="Lost" plainTextPath="internal://b.txt">${selection(55, 0, 3)}</TextSource></Sources>` +
  `<Notes><Note guid="${guid(60)}" name="Plan"><PlainTextContent>Ask again</PlainTextContent>${ref("NoteRef", 63)}</Note>` +
  `<Note guid="${guid(61)}" name="On trust"><PlainTextContent>On trust: more</PlainTextContent></Note>` +
  `<Note guid="${guid(62)}" name="Drawn"><PlainTextContent>A thought</PlainTextContent></Note>` +
  `<Note guid="${guid(63)}" name=""><PlainTextContent>We did</PlainTextContent></Note>` +
  `<Note guid="${guid(64)}" name=""/></Notes>` +
  `<Links><Link guid="${guid(70)}" originGUID="${guid(60)}" targetGUID="${guid(52)}"/><Link guid="${guid(71)}" originGUID="${guid(10)}" targetGUID="${guid(11)}"/></Links>` +
  `<Sets><Set guid="${guid(75)}" name="S">${ref("MemberCode", 10)}</Set></Sets>` +
  `<Graphs><Graph guid="${guid(80)}" name="Net">` +
  `<Vertex guid="${guid(81)}" representedGUID="${guid(52)}" firstX="10" firstY="20" secondX="130" secondY="60"/>` +
  `<Vertex guid="${guid(82)}" representedGUID="${guid(62)}" firstX="200" firstY="20" secondX="320" secondY="60"/>` +
  `<Vertex guid="${guid(83)}" representedGUID="${guid(10)}" firstX="0" firstY="0"/>` +
  `<Edge guid="${guid(84)}" sourceVertex="${guid(81)}" targetVertex="${guid(83)}"/></Graph>` +
  `<Graph guid="${guid(85)}" name="Codes"><Vertex guid="${guid(86)}" representedGUID="${guid(10)}" firstX="0" firstY="0"/></Graph></Graphs>` +
  `<Description>About wool</Description>`;

/** The zip; `xml` and `text`: what stands in it instead. */
export function otherProject(xml = INSIDE, origin = "Tool 1", text = TALK): Uint8Array {
  const members = {
    "project.qde": strToU8(`<Project name="P" origin="${origin}">${xml}</Project>`),
    "sources/a.txt": strToU8(text),
  };
  return zipSync(members, { mtime: new Date(1980, 0, 1) }); // the same bytes each time
}
