"use client";
/**
 * Dragging quotes onto findings with a pointer: from the shelf, and from one finding or side to another.
 *
 * A quote that is dragged out of a finding onto another stays in the first: it may speak for both. Knows no commands.
 */
import { DndContext, DragOverlay, MouseSensor, pointerWithin, TouchSensor, useSensor, useSensors } from "@dnd-kit/core";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Dragged, Side } from "./dragging.ts";
import type { QuoteView } from "./quote-view.ts";

type Props = Readonly<{
  quoteOf: (quote: string) => QuoteView;
  onDrop: (dragged: Dragged, onto: Side) => void;
  children: ReactNode;
}>;

const silent = () => undefined; // what was done is announced by whoever does it
const SILENT = { onDragStart: silent, onDragMove: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent };

export function Dragging({ quoteOf, onDrop, children }: Props) {
  const [held, setHeld] = useState<Dragged | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
  );
  const quote = held && quoteOf(held.quote);
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{ announcements: SILENT }}
      onDragStart={({ active }) => setHeld(active.data.current as Dragged)} // as dragging.ts gives it
      onDragCancel={() => setHeld(null)}
      onDragEnd={({ active, over }) => {
        setHeld(null);
        if (over) onDrop(active.data.current as Dragged, over.data.current as Side);
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {quote ? (
          <div className="max-w-80 cursor-grabbing rounded-md border border-line-strong bg-raised p-2 text-sm shadow-lg">
            <blockquote lang={quote.lang} dir="auto" className="line-clamp-3">
              {quote.words ?? "…"}
            </blockquote>
            <p className="text-xs text-soft">{quote.who}</p>
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  );
}
