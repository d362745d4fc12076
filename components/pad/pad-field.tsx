"use client";
/**
 * A text in which several people write at once: looks like a text area, and shows where the others are.
 *
 * Until its document is here, and for as long as this person may not write, it shows what the text says.
 */
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { join } from "#components/ui/join.ts";
import { announce } from "#components/ui/live-region.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Place, Writing } from "#lib/client/pad/editor.ts";
import type { Pad } from "#lib/client/pad/pad.ts";
import { usePad } from "#lib/client/pad/use-pad.ts";
import { hueOfPerson } from "#lib/client/person-look.ts";
import { usePeople, useStudy } from "#lib/client/study/provider.tsx";

/** What helps somebody to write: a list of names, say. */
export type Aid = Readonly<{
  /** Is given what is written in, once it is there. */
  opened: (writing: Writing | null) => void;
  /** Told what was just written and where; null where the writer goes elsewhere. */
  wrote: (place: Place | null) => void;
  /** Asked about each key before the text is; whether it was for the aid. */
  key: (event: KeyboardEvent) => boolean;
  /** What the text says of it to those who do not see it. */
  attributes: Readonly<Record<string, string>>;
  /** Stands beside the label. */
  button: React.ReactNode;
}>;

type Props = Readonly<{
  /** The text slot's id. */
  id: string;
  lang: "en" | "cy";
  label: string;
  /** The label as it is read out. */
  spoken: string;
  rows: number;
  /** What the text says, as far as this page knows. */
  value: string;
  takesFocus: boolean;
  className?: string | undefined;
  aid?: Aid;
}>;

/** Of the field that the editor takes the place of: whether somebody was in it, and what they have written there by then. */
type Early = Readonly<{ isIn: boolean; words: string }>;
type Held = Readonly<{ held: React.RefObject<Early> }>;
const NOBODY: Early = { isIn: false, words: "" };

export function PadField({ id, lang, label, spoken, rows, value, takesFocus, className, aid }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const near = useNear(place);
  const pad = usePad(near ? id : null);
  const held = useRef(NOBODY);
  const [open, setOpen] = useState(false);
  const ready = pad?.phase === "ready" ? pad : null;
  return (
    <div ref={place}>
      {ready && open ? null : (
        <Waiting
          {...{ label, spoken, rows, value, takesFocus, className, held }}
          isBusy={pad === null || pad.phase === "opening" || ready !== null}
        />
      )}
      {ready ? (
        <Text
          key={ready.doc.guid}
          pad={ready}
          onOpen={setOpen}
          {...{ lang, label, spoken, rows, takesFocus, className, aid, held }}
        />
      ) : null}
    </div>
  );
}

/**
 * The text as it is, until it can be written in. Whoever has gone into it meanwhile is in the editor then, and what they have
 * typed stands there: at the end, where the editor's caret begins.
 */
function Waiting({
  label,
  spoken,
  rows,
  value,
  takesFocus,
  className,
  held,
  isBusy,
}: Pick<Props, "label" | "spoken" | "rows" | "value" | "takesFocus" | "className"> &
  Held &
  Readonly<{ isBusy: boolean }>) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [early, setEarly] = useState("");
  const words = useRef("");
  useLayoutEffect(() => {
    const shown = field.current;
    return () => {
      const isIn = shown !== null && shown === document.activeElement; // it is still there: what goes is told before
      held.current = { isIn, words: words.current };
    };
  }, [held]);
  const type = (event: React.KeyboardEvent) => {
    // A text that will not open, or may not be written in, takes nothing.
    const next = isBusy ? typed(words.current, event) : null;
    if (next === null) return;
    event.preventDefault();
    words.current = next;
    setEarly(next);
  };
  return (
    <TextArea
      ref={field}
      label={label}
      aria-label={spoken}
      rows={rows}
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={takesFocus} // somebody asked to write here
      isReadOnly
      aria-busy={isBusy}
      value={value + early}
      onKeyDown={type}
      inputClassName={className}
    />
  );
}

/** What has been typed with this key more; null for keys that type nothing. */
function typed(words: string, event: React.KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || (event.altKey && !event.getModifierState("AltGraph"))) return null;
  if (event.key === "Enter") return `${words}\n`;
  if (event.key === "Backspace") return words === "" ? null : Array.from(words).slice(0, -1).join("");
  return Array.from(event.key).length === 1 ? words + event.key : null;
}

/** Whether an element has been in sight, or nearly, or gone into: of a page full of texts, only those are opened. */
function useNear(element: React.RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (near || !watched) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true);
      },
      { rootMargin: "400px" },
    );
    const enter = () => setNear(true); // a script that gives the focus need not bring it into sight
    observer.observe(watched);
    watched.addEventListener("focusin", enter);
    return () => {
      observer.disconnect();
      watched.removeEventListener("focusin", enter);
    };
  }, [element, near]);
  return near;
}

function Text({
  pad,
  lang,
  label,
  spoken,
  rows,
  takesFocus,
  className,
  aid,
  held,
  onOpen,
}: Omit<Props, "id" | "value"> & Held & Readonly<{ pad: Pad; onOpen: (open: boolean) => void }>) {
  const t = useTranslations("common");
  const session = useStudy();
  const people = usePeople();
  const host = useRef<HTMLDivElement>(null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const full = useEffectEvent(() => announce(t("written.full")));
  const wrote = useEffectEvent((at: Place | null) => aid?.wrote(at));
  const key = useEffectEvent((event: KeyboardEvent) => aid?.key(event) ?? false);
  const opened = useEffectEvent((there: Writing | null) => {
    setWriting(there);
    onOpen(there !== null);
    aid?.opened(there);
  });
  const attributes = useEffectEvent(() => ({
    "aria-label": spoken,
    lang,
    class: join("field-box pad-text leading-relaxed", className),
    style: `min-height: ${(rows * 1.625 + 1).toFixed(2)}em`,
  }));
  useEffect(() => {
    let open: Writing | null = null;
    let gone = false;
    void import("#lib/client/pad/editor.ts").then(({ openEditor }) => {
      const element = host.current;
      if (gone || !element) return;
      open = openEditor({
        element,
        doc: pad.doc,
        attributes: attributes(),
        moved: (at) => session.show({ caret: at ? { pad: pad.id, ...at } : undefined }),
        full: () => full(),
        wrote: (at) => wrote(at),
        key: (event) => key(event),
      });
      opened(open);
    });
    return () => {
      gone = true;
      open?.destroy();
      opened(null);
    };
  }, [pad, session]);
  useLayoutEffect(() => {
    const { isIn, words } = held.current;
    if (!writing || !(takesFocus || isIn)) return;
    held.current = NOBODY;
    writing.focus();
    if (words !== "") writing.type(words);
  }, [writing, takesFocus, held]);
  useEffect(() => {
    writing?.others(
      people.flatMap(({ tab, person, name, at }) =>
        at?.caret?.pad === pad.id
          ? [{ tab, name, hue: hueOfPerson(person), anchor: at.caret.anchor, head: at.caret.head }]
          : [],
      ),
    );
  }, [writing, people, pad]);
  const said = JSON.stringify(aid?.attributes ?? {});
  useEffect(() => writing?.say(JSON.parse(said) as Record<string, string>), [writing, said]); // as it was written above
  return (
    <div className="flex flex-col gap-1">
      {writing ? (
        <span className="flex items-center justify-between gap-2">
          <span aria-hidden className="text-sm font-semibold">
            {label}
          </span>
          {aid?.button}
        </span>
      ) : null}
      <div ref={host} hidden={!writing} />
    </div>
  );
}
