/**
 * A project as REFI-QDA has it (.qdpx): a zip of `project.qde`, the XML of everything, and of each source's text.
 *
 * The same project gives the same bytes: nothing in it tells when or by whom it was written.
 * Source: REFI-QDA Project Exchange 1.5, Project.xsd (2019). Rules: docs/spec/refi.md, RF10 to RF13.
 */
import { strToU8, zipSync } from "fflate";
import type { Profile } from "#lib/domain/report/project.ts";
import { codeXml, described, noteRef } from "./code.ts";
import { originOf } from "./origin.ts";
import type { PaperSelection, PaperSource, PaperValue, ProjectPaper } from "./paper.ts";
import { counter, endsOf, FOLDERS } from "./profile.ts";
import { element, wrapper, writeXml } from "./xml.ts";
import type { Xml } from "./xml.ts";

/** The name that the standard gives to the XML. */
const MAIN = "project.qde";

/** The zip. */
export function writeQdpx(paper: ProjectPaper, profile: Profile): Uint8Array {
  const members: Record<string, Uint8Array> = { [MAIN]: writeQde(paper, profile) };
  for (const { id, text } of paper.sources)
    members[`${FOLDERS[profile]}/${id}.txt`] = strToU8(endsOf(text, profile).toWellFormed());
  return zipSync(members, { level: 6, mtime: new Date(1980, 0, 1), os: 3 });
}

/** The XML of it. */
export function writeQde(paper: ProjectPaper, profile: Profile): Uint8Array {
  const { variables, cases, sources, notes, sets, graphs } = paper;
  const attributes = { xmlns: "urn:QDA-XML:project:1.0", name: paper.name, origin: originOf(paper.lang) };
  return writeXml(
    element("Project", attributes, [
      wrapper("CodeBook", [wrapper("Codes", paper.codes.map(codeXml))]),
      wrapper(
        "Variables",
        variables.map(({ id, name }) => element("Variable", { guid: id, name, typeOfVariable: "Text" })),
      ),
      wrapper(
        "Cases",
        cases.map((one) =>
          element("Case", { guid: one.id, name: one.name }, [
            ...one.values.map(valueOf),
            ...one.sources.map((id) => ref("SourceRef", id)),
            ...one.selections.map((id) => ref("SelectionRef", id)),
          ]),
        ),
      ),
      wrapper(
        "Sources",
        sources.map((source) => sourceOf(source, profile)),
      ),
      wrapper(
        "Notes",
        notes.map((note) =>
          element("Note", { guid: note.id, name: note.name }, [
            element("PlainTextContent", {}, note.text),
            ...note.notes.map(noteRef),
          ]),
        ),
      ),
      wrapper(
        "Sets",
        sets.map((set) =>
          element("Set", { guid: set.id, name: set.name }, [
            described(set.description),
            ...set.codes.map((id) => ref("MemberCode", id)),
            ...set.notes.map((id) => ref("MemberNote", id)),
          ]),
        ),
      ),
      wrapper(
        "Graphs",
        graphs.map(({ id, name, vertices, edges }) =>
          element("Graph", { guid: id, name }, [
            ...vertices.map((vertex) =>
              element("Vertex", {
                guid: vertex.id,
                representedGUID: vertex.of,
                name: vertex.name,
                firstX: vertex.x,
                firstY: vertex.y,
                secondX: vertex.x + vertex.w,
                secondY: vertex.y + vertex.h,
                shape: vertex.shape,
                color: vertex.colour,
              }),
            ),
            ...edges.map((edge) =>
              element("Edge", { guid: edge.id, sourceVertex: edge.from, targetVertex: edge.to, direction: "OneWay" }),
            ),
          ]),
        ),
      ),
      described(paper.description),
      ...paper.about.map(noteRef),
    ]),
  );
}

function sourceOf({ id, name, description, text, selections, notes, values }: PaperSource, profile: Profile): Xml {
  const count = counter(text, profile);
  return element("TextSource", { guid: id, name, plainTextPath: `internal://${id}.txt` }, [
    described(description),
    ...selections.map((selection) => selectionOf(selection, count)),
    ...notes.map(noteRef),
    ...values.map(valueOf),
  ]);
}

function valueOf({ variable, words }: PaperValue): Xml {
  return element("VariableValue", {}, [ref("VariableRef", variable), element("TextValue", {}, words)]);
}

function selectionOf({ id, name, start, end, codings, notes }: PaperSelection, count: (point: number) => number): Xml {
  return element("PlainTextSelection", { guid: id, name, startPosition: count(start), endPosition: count(end) }, [
    ...codings.map((coding) => element("Coding", { guid: coding.id }, [ref("CodeRef", coding.code)])),
    ...notes.map(noteRef),
  ]);
}

function ref(name: string, id: string): Xml {
  return element(name, { targetGUID: id });
}
