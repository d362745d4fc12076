/**
 * Takes mentions away, which go by their identifier then. Their places stay as they are: they are seen through their mention alone.
 */
import { patch } from "../study/change.ts";
import type { Put } from "../study/change.ts";
import type { View } from "../study/rows.ts";
import type { MentionRow } from "./shape.ts";

export function buryMentions(view: View, relation: "mentionsOfSource" | "mentionsOfIdentifier", key: string): Put[] {
  return view.related(relation, key).flatMap((mention) => buryMention(mention));
}

/** Rule I101: whoever brings it back does not bring back that somebody agreed. */
export function buryMention(mention: MentionRow): Put[] {
  return patch("mention", mention, { second: null, gone: true });
}
