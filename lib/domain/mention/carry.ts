/**
 * Takes mentions along when a text is corrected, each with a place of its own in the new revision; what stood in the former one stays
 * there, for quotes that are left in it and for those who go back. Rules: docs/spec/identifier.md, I99 and I100.
 */
import { place } from "../correction/course.ts";
import type { Course } from "../correction/shape.ts";
import { pair } from "../field.ts";
import type { Span } from "../source/reading.ts";
import { raise } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import { related, row } from "../study/rule.ts";
import type { Need } from "../study/rule.ts";
import type { View } from "../study/rows.ts";
import type { MentionRow } from "./shape.ts";

/** The mentions of a source with their places. */
export function needsOfPlaces(view: View, source: string): Need[] {
  const mentions = view.related("mentionsOfSource", source);
  return [related("mentionsOfSource", source), ...mentions.map(({ id }) => related("placesOfMention", id))];
}

export function needsOfCarrying(view: View, source: string, revision: string): Need[] {
  return [
    ...needsOfPlaces(view, source),
    ...view.related("mentionsOfSource", source).map(({ id }) => row("mentionPlace", pair(id, revision))),
  ];
}

export function carryMentions(view: View, source: string, was: string, revision: string, course: Course): Put[] {
  return view.related("mentionsOfSource", source).flatMap((mention) => {
    const id = pair(mention.id, revision);
    const from = view.related("placesOfMention", mention.id).find((one) => one.revision === was);
    const to = from && !view.live("mentionPlace", id) ? carried(course, from, mention.decision) : null;
    return to ? raise(view, "mentionPlace", { id, mention: mention.id, revision, ...to, gone: false }) : [];
  });
}

/**
 * Where it stands in the new text; null where it does not. What is to be replaced covers all that was written in its place; what is
 * shown has its place only as long as its words are the same.
 */
function carried(course: Course, span: Span, decision: MentionRow["decision"]): Span | null {
  const to = place(course, span);
  if (to.state !== "same" && decision !== "replace") return null;
  const { start, end } = to.state === "lost" ? to.near : to;
  return start < end ? { start, end } : null;
}
