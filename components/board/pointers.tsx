"use client";
/** Where the others point, with their names. Moved outside React, with the camera. */
import { useEffect, useRef } from "react";
import { toScreen } from "#lib/client/board/camera.ts";
import { hide } from "#lib/client/board/hide.ts";
import type { Stage } from "#lib/client/board/stage.ts";
import { hueOfPerson } from "#lib/client/person-look.ts";
import { usePeople } from "#lib/client/study/provider.tsx";

export function Pointers({ stage, board }: Readonly<{ stage: Stage; board: string }>) {
  const people = usePeople();
  const here = people.filter(({ at }) => at?.page === "board" && at.board === board && at.pointer !== null);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = () => {
      for (const element of root.current?.children ?? []) {
        if (!(element instanceof HTMLElement)) continue;
        const { x, y } = toScreen(stage.camera, { x: Number(element.dataset["x"]), y: Number(element.dataset["y"]) });
        element.style.transform = `translate(${x}px,${y}px)`;
        hide(element, x < 0 || y < 0 || x > stage.size.w || y > stage.size.h);
      }
    };
    place();
    return stage.cameraMoved.subscribe(place);
  });
  return (
    <div ref={root} className="board-pointers" aria-hidden="true">
      {here.map(({ tab, person, name, at }) => (
        <div
          key={tab}
          className="board-pointer"
          data-x={at?.pointer?.x}
          data-y={at?.pointer?.y}
          style={
            {
              "--by": `var(--hue-${hueOfPerson(person)}-text)`,
            } as React.CSSProperties /* a custom property is not in the type */
          }
        >
          <svg width="16" height="18" viewBox="0 0 16 18">
            <path
              d="M1 1l4.5 14 2.6-5.6L14 7z"
              fill="var(--by)"
              stroke="var(--paper)"
              strokeWidth="1.2"
              strokeLinejoin="round"
            />
          </svg>
          <span>{name}</span>
        </div>
      ))}
    </div>
  );
}
