/**
 * The editor of a pad: plain lines over a document of Yjs, with the carets of whoever else writes there.
 *
 * Loaded only where somebody writes. Styles are set by script or by classes, as the content policy wants it. Rules:
 * docs/spec/pad.md, P20 to P24.
 */
import { Editor, Extension, Node } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import { Fragment, Slice } from "@tiptap/pm/model";
import type { Schema } from "@tiptap/pm/model";
import { Plugin, TextSelection } from "@tiptap/pm/state";
import { yCursorPlugin, ySyncPluginKey } from "@tiptap/y-tiptap";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { FRAGMENT } from "#lib/domain/pad/doc.ts";
import { MOST_WORDS } from "#lib/domain/pad/shape.ts";
import { fromBase64, toBase64 } from "./base64.ts";

/** Where somebody else writes in this pad. Places as they travel (see `Caret`). */
export type OtherCaret = Readonly<{ tab: string; name: string; hue: number; anchor: string; head: string }>;

/** A line of the text, and where the caret stands in it, in UTF-16 units. */
export type Place = Readonly<{ text: string; caret: number }>;

export type Writing = Readonly<{
  focus: () => void;
  /** Writes words where the caret is, line by line, as if by hand. */
  type: (words: string) => void;
  /** Where the caret is; of a selection, where it begins. */
  place: () => Place;
  /** Puts words in the place of a stretch of the line with the caret, the caret there in the line, and the focus into the text. */
  put: (stretch: Readonly<{ from: number; to: number; words: string; caret: number }>) => void;
  /** What the element says of what stands beside it, to those who do not see it. */
  say: (attributes: Readonly<Record<string, string>>) => void;
  /** Shows where the others are. */
  others: (carets: readonly OtherCaret[]) => void;
  destroy: () => void;
}>;

type Options = Readonly<{
  element: HTMLElement;
  doc: Y.Doc;
  /** Of the element in which is written: its name, its language, its class. */
  attributes: Readonly<Record<string, string>>;
  /** Told where the writer's own caret is; null where it is not in this pad. */
  moved: (at: Readonly<{ anchor: string; head: string }> | null) => void;
  /** Told when something does not fit any more. */
  full: () => void;
  /** Told what was just written by hand and where; null where the writer goes elsewhere. */
  wrote: (place: Place | null) => void;
  /** Asked about each key before the text is; whether it was for something beside it. */
  key: (event: KeyboardEvent) => boolean;
}>;

const PUT = "put"; // marks what was not written by hand

const Lines = Node.create({ name: "doc", topNode: true, content: "paragraph+" });
const Line = Node.create({
  name: "paragraph",
  content: "text*",
  parseHTML: () => [{ tag: "p" }, { tag: "div" }],
  renderHTML: () => ["p", 0],
  addKeyboardShortcuts() {
    return { "Shift-Enter": () => this.editor.commands.splitBlock() };
  },
});
const Text = Node.create({ name: "text" });

export function openEditor({ element, doc, attributes, moved, full, wrote, key }: Options): Writing {
  const awareness = new Awareness(doc);
  const numbers = new Map<string, number>(); // by tab: the editor knows people by numbers
  const own = doc.clientID;
  awareness.on("change", ({ updated, added }: Readonly<{ updated: number[]; added: number[] }>) => {
    if (![...updated, ...added].includes(own)) return;
    const cursor = (awareness.getLocalState() as Readonly<{ cursor?: Cursor | null }> | null)?.cursor; // set by the plugin
    moved(cursor ? { anchor: travelling(cursor.anchor), head: travelling(cursor.head) } : null);
  });

  let said: Readonly<Record<string, string>> = {};
  const together = Extension.create({
    name: "together",
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, { cursorBuilder: caretOf, selectionBuilder: selectionOf }),
      new Plugin({
        props: { attributes: () => said },
        filterTransaction: (transaction) => {
          const { doc: next, docChanged } = transaction;
          if (!docChanged || transaction.getMeta(ySyncPluginKey) || next.content.size <= MOST_WORDS) return true;
          if (transaction.doc.content.size < transaction.before.content.size) return true;
          full();
          return false;
        },
      }),
    ],
  });
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions: [Lines, Line, Text, Collaboration.configure({ document: doc, field: FRAGMENT }), together],
    editorProps: {
      attributes: { role: "textbox", "aria-multiline": "true", ...attributes },
      handleKeyDown: (_, event) => {
        if (!key(event)) return false;
        event.stopPropagation(); // Escape closes what stands beside it, not the dialog around it
        return true;
      },
      clipboardTextSerializer: (slice) => slice.content.textBetween(0, slice.content.size, "\n"),
      clipboardTextParser: (text, context) => linesOf(text, context.doc.type.schema),
      // Whatever was copied from, its words are what comes in, line by line.
      handlePaste: (view, event) => {
        const text = event.clipboardData?.getData("text/plain");
        if (!text) return false;
        view.dispatch(view.state.tr.replaceSelection(linesOf(text, view.state.schema)).scrollIntoView());
        return true;
      },
    },
  });

  const place = (): Place => {
    const { $from } = editor.state.selection;
    return { text: $from.parent.textContent, caret: $from.parentOffset };
  };
  editor.on("transaction", ({ transaction }) => {
    const others = transaction.getMeta(ySyncPluginKey) as Readonly<{ isUndoRedoOperation?: boolean }> | undefined; // set by the plugin
    if (transaction.getMeta(PUT) || (others && !others.isUndoRedoOperation)) return;
    if (transaction.docChanged && !others) wrote(place());
    else if (transaction.docChanged || transaction.selectionSet) wrote(null);
  });
  editor.on("blur", () => wrote(null));

  return {
    // At once, and not with the next frame as the editor's own command does: a key between would be nobody's.
    focus: () => {
      const { state, view } = editor;
      view.dispatch(state.tr.setSelection(TextSelection.atEnd(state.doc)).scrollIntoView());
      view.focus();
    },
    type: (words) => {
      const { state, view } = editor;
      view.dispatch(state.tr.replaceSelection(linesOf(words, state.schema)).scrollIntoView());
    },
    place,
    put: ({ from, to, words, caret }) => {
      const { state, view } = editor;
      const start = state.selection.$from.start();
      const change = state.tr.insertText(words, start + from, start + to).setMeta(PUT, true);
      view.dispatch(change.setSelection(TextSelection.create(change.doc, start + caret)).scrollIntoView());
      view.focus();
    },
    say: (attributes) => {
      said = attributes;
      if (!editor.isDestroyed) editor.view.updateState(editor.state);
    },
    others: (carets) => {
      const shown = new Set(
        carets.map(({ tab, name, hue, anchor, head }) => {
          const number = numbers.get(tab) ?? numbers.size + 1;
          numbers.set(tab, number);
          const state = { user: { name, hue }, cursor: { anchor: standing(anchor), head: standing(head) } };
          awareness.states.set(number, state);
          return number;
        }),
      );
      const gone = [...awareness.states.keys()].filter((number) => number !== own && !shown.has(number));
      for (const number of gone) awareness.states.delete(number);
      awareness.emit("change", [{ added: [], updated: [...shown], removed: gone }, "others"]);
    },
    destroy: () => {
      moved(null);
      editor.destroy();
      awareness.destroy();
    },
  };
}

/** Text as lines, the first and the last of which join what they come between. */
function linesOf(text: string, schema: Schema): Slice {
  const lines = text
    .split(/\r\n?|\n/u)
    .flatMap((line) => schema.nodes["paragraph"]?.create(null, line === "" ? [] : schema.text(line)) ?? []);
  return new Slice(Fragment.from(lines), 1, 1);
}

type Cursor = Readonly<{ anchor: unknown; head: unknown }>;
type User = Readonly<{ name: string; hue: number }>;

/** A place of the editor's own as it travels. */
function travelling(place: unknown): string {
  return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromJSON(place)));
}

/** A place that has travelled, as the editor reads it; the beginning, where it is none. */
function standing(place: string): unknown {
  try {
    return Y.relativePositionToJSON(Y.decodeRelativePosition(fromBase64(place)));
  } catch {
    return null;
  }
}

function caretOf(user: unknown): HTMLElement {
  const { name, hue } = user as User; // as `others` gave it
  const caret = document.createElement("span");
  caret.className = "pad-caret";
  caret.setAttribute("aria-hidden", "true");
  caret.style.setProperty("--by", `var(--hue-${hue}-text)`);
  caret.dataset["name"] = name; // drawn by the style sheet: it is no part of the text
  return caret;
}

function selectionOf(user: unknown): Readonly<{ class: string; style: string }> {
  const { hue } = user as User; // as `others` gave it
  return { class: "pad-selection", style: `--by: var(--hue-${hue}-tint)` };
}
