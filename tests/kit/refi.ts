/**
 * What the schemas of REFI-QDA ask of a file, told anew from Codebook.xsd and Project.xsd (2019) and sharing no code with
 * what writes one; and the schemas themselves, where they and xmllint are at hand.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SaxesParser } from "saxes";

export type Node = Readonly<{
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly Node[];
  text: string;
}>;

/** What stands in an element: names in their order, `*` any number of, `+` one at least, `?` one at most. */
const CODEBOOK: Readonly<Record<string, string>> = {
  CodeBook: "Codes Sets?",
  Codes: "Code+",
  Code: "Description? Code*",
  Sets: "Set+",
  Set: "Description? MemberCode*",
};

const PROJECT: Readonly<Record<string, string>> = {
  Project: "Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*",
  CodeBook: "Codes",
  Codes: "Code+",
  Code: "Description? NoteRef* Code*",
  Variables: "Variable+",
  Variable: "Description?",
  Cases: "Case+",
  Case: "Description? CodeRef* VariableValue* SourceRef* SelectionRef*",
  VariableValue: "VariableRef TextValue?",
  Sources: "TextSource+",
  TextSource: "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*",
  PlainTextSelection: "Description? Coding* NoteRef*",
  Coding: "CodeRef NoteRef*",
  Notes: "Note+",
  Note: "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*",
  Sets: "Set+",
  Set: "Description? MemberCode* MemberSource* MemberNote*",
  Graphs: "Graph+",
  Graph: "Vertex* Edge*",
};

/** What an element refers to by its `targetGUID`. */
const TARGETS: Readonly<Record<string, string>> = {
  CodeRef: "Code",
  MemberCode: "Code",
  VariableRef: "Variable",
  SourceRef: "TextSource",
  SelectionRef: "PlainTextSelection",
  NoteRef: "Note",
  MemberNote: "Note",
};

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Code: ["guid", "name", "isCodable"],
  Set: ["guid", "name"],
  Project: ["name"],
  Variable: ["guid", "name", "typeOfVariable"],
  Case: ["guid"],
  TextSource: ["guid", "plainTextPath"],
  PlainTextSelection: ["guid", "startPosition", "endPosition"],
  Coding: ["guid"],
  Note: ["guid"],
  Graph: ["guid"],
  Vertex: ["guid", "firstX", "firstY"],
  Edge: ["guid", "sourceVertex", "targetVertex"],
};

const GUID = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\})$/i;

export function parsed(bytes: Uint8Array): Node {
  const parser = new SaxesParser();
  const stack: { name: string; attributes: Record<string, string>; children: Node[]; text: string }[] = [];
  let root: Node | null = null;
  const say = (text: string) => {
    const at = stack.at(-1);
    if (at) at.text += text;
  };
  parser.on("opentag", ({ name, attributes }) => {
    const node = { name, attributes, children: [], text: "" };
    stack.at(-1)?.children.push(node);
    root ??= node;
    stack.push(node);
  });
  parser.on("closetag", () => void stack.pop());
  parser.on("text", say);
  parser.write(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).close();
  if (!root) throw new Error("no element");
  return root;
}

/** Every element, the outermost first. */
export function all(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap(all)];
}

/** What is wrong with a codebook; an empty list where nothing is. */
export function codebookFaults(bytes: Uint8Array): readonly string[] {
  const root = parsed(bytes);
  const faults = root.attributes["xmlns"] === "urn:QDA-XML:codebook:1.0" ? [] : ["namespace"];
  return [...faults, ...shapeFaults(root, CODEBOOK), ...idFaults(root)];
}

/** What is wrong with a project, and with what it refers to. */
export function projectFaults(bytes: Uint8Array): readonly string[] {
  const root = parsed(bytes);
  const kinds = new Map(all(root).flatMap(({ name, attributes: { guid } }) => (guid ? [[guid, name] as const] : [])));
  const lost = all(root).flatMap(({ name, attributes }) => {
    const { targetGUID, representedGUID } = attributes;
    const to = kinds.get(targetGUID ?? representedGUID ?? "");
    const [from, into] = [attributes["sourceVertex"], attributes["targetVertex"]].map((end) => kinds.get(end ?? ""));
    if (name === "Edge" && (from !== "Vertex" || into !== "Vertex")) return ["Edge between no vertices"];
    if (representedGUID !== undefined) return to === undefined ? [`${name} stands for nothing`] : [];
    return TARGETS[name] === undefined || to === TARGETS[name] ? [] : [`${name} refers to ${to ?? "nothing"}`];
  });
  const namespace = root.attributes["xmlns"] === "urn:QDA-XML:project:1.0" ? [] : ["namespace"];
  return [...namespace, ...shapeFaults(root, PROJECT), ...idFaults(root), ...lost];
}

function shapeFaults(root: Node, shapes: Readonly<Record<string, string>>): string[] {
  return all(root).flatMap((node) => {
    const faults = (REQUIRED[node.name] ?? []).flatMap((key) =>
      node.attributes[key] === undefined ? [`${node.name} without ${key}`] : [],
    );
    const shape = shapes[node.name];
    const inside = node.children.map(({ name }) => `${name} `).join("");
    if (shape === undefined) return node.children.length > 0 ? [...faults, `${node.name} holds ${inside}`] : faults;
    const pattern = shape.split(" ").map((one) => one.replace(/^([A-Za-z|()]+)([*+?]?)$/, "(?:(?:$1) )$2"));
    if (!new RegExp(`^${pattern.join("")}$`).test(inside)) faults.push(`${node.name} holds ${inside}`);
    if (node.text.trim() !== "") faults.push(`${node.name} holds words`);
    return faults;
  });
}

function idFaults(root: Node): string[] {
  const seen = new Set<string>();
  return all(root).flatMap(({ name, attributes }) => {
    const { guid, color } = attributes;
    const faults = color === undefined || /^#(?:[0-9a-f]{6}|[0-9a-f]{3})$/i.test(color) ? [] : [`color ${color}`];
    if (guid === undefined || name === "MemberCode") return faults;
    if (!GUID.test(guid)) faults.push(`guid ${guid}`);
    const bare = guid.replace(/[{}]/g, "").toLowerCase();
    if (seen.has(bare)) faults.push(`${name} ${guid} is there twice`);
    seen.add(bare);
    return faults;
  });
}

const SCHEMAS = new URL("../../../shared/data/refi/", import.meta.url).pathname;

/** What xmllint says against a file by the schema itself; null where it says nothing, or is not there, or the schema is not. */
export function schemaFault(bytes: Uint8Array, schema: "Codebook.xsd" | "Project.xsd"): string | null {
  const at = join(SCHEMAS, schema);
  if (!existsSync(at)) return null;
  const folder = mkdtempSync(join(tmpdir(), "refi-"));
  try {
    const file = join(folder, "file.xml");
    writeFileSync(file, bytes);
    const run = spawnSync("xmllint", ["--noout", "--nonet", "--schema", at, file], { encoding: "utf8" });
    return run.error || run.status === 0 ? null : run.stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
