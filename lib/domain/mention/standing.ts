/** Which mentions decided by themselves stand in a text that is there now. Rules: docs/spec/identifier.md, I97. */
import type { View } from "../study/rows.ts";
import type { MentionRow } from "./shape.ts";

/**
 * Those of these mentions that have a place in what their source says now. One whose words a correction took away has none, and
 * holds for nothing until they come back. The view holds `mentionPlace` and `source`.
 */
export function standing(view: View, mentions: Iterable<MentionRow>): MentionRow[] {
  return [...mentions].filter((mention) => {
    const revision = view.live("source", mention.source)?.revision;
    return view.related("placesOfMention", mention.id).some((place) => place.revision === revision);
  });
}
