/** Where what the log speaks of can be looked at. */
import { thingAt } from "#lib/domain/activity/names.ts";
import type { Ref, Thing } from "#lib/domain/activity/shape.ts";

/** Where something is that is still there, below the study's address; null where there is nothing to go to. */
export function wayTo(things: ReadonlyMap<string, Thing>, ref: Ref | null): string | null {
  if (ref?.noun === "member") return "/settings";
  const found = ref ? thingAt(things, ref) : null;
  if (!found || found.gone) return null;
  switch (found.noun) {
    case "study":
      return "";
    case "organisation":
    case "participant":
      return "/people";
    case "question":
    case "guide":
      return "/guide";
    case "tag":
      return `/tags?tag=${found.id}`;
    case "source":
      return `/sources/${found.id}`;
    case "quote":
      return found.source === null ? null : `/sources/${found.source}?quote=${found.id}`;
    case "board":
      return `/board?board=${found.id}`;
    case "theme":
      return found.board === null ? null : `/board?board=${found.board}`;
    case "card":
      return found.board === null ? null : `/board?board=${found.board}&card=${found.id}`;
    case "finding":
      return `/findings/${found.id}`;
    default:
      return null;
  }
}
