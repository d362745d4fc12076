/** The screens of a study, in the order in which the work goes. */
import {
  BookOpenText,
  ClipboardList,
  FileCheck2,
  FileText,
  History,
  LayoutDashboard,
  Lightbulb,
  MessagesSquare,
  Search,
  Settings,
  ShieldCheck,
  StickyNote,
  Tags,
  Users,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { Whereabouts } from "#lib/domain/study/live.ts";

export type Screen = Readonly<{ page: Whereabouts["page"]; path: string; icon: LucideIcon }>;

export const SCREENS: readonly Screen[] = [
  { page: "overview", path: "", icon: BookOpenText },
  { page: "people", path: "/people", icon: Users },
  { page: "guide", path: "/guide", icon: ClipboardList },
  { page: "sources", path: "/sources", icon: FileText },
  { page: "answers", path: "/answers", icon: LayoutDashboard },
  { page: "search", path: "/search", icon: Search },
  { page: "tags", path: "/tags", icon: Tags },
  { page: "board", path: "/board", icon: StickyNote },
  { page: "memos", path: "/memos", icon: MessagesSquare },
  { page: "findings", path: "/findings", icon: Lightbulb },
  { page: "privacy", path: "/privacy", icon: ShieldCheck },
  { page: "report", path: "/report", icon: FileCheck2 },
  { page: "activity", path: "/activity", icon: History },
  { page: "settings", path: "/settings", icon: Settings },
];

/** The screen that an address below a study shows. */
export function screenAt(rest: string): Screen | undefined {
  return SCREENS.find(({ path }) =>
    path === "" ? rest === "" || rest === "/" : rest === path || rest.startsWith(`${path}/`),
  );
}
