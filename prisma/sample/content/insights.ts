/** What the researchers noted on the board of the sample study, beside the quotes. An insight is never evidence. */
import type { ThemeKey } from "./codebook.ts";

export type SampleInsight = Readonly<{ key: string; theme: ThemeKey | null; lang: "en" | "cy"; body: string }>;

export const INSIGHTS: readonly SampleInsight[] = [
  {
    key: "cover",
    theme: "trust",
    lang: "en",
    body: "Three people independently describe a leader who stood in front of the work and asked for nothing. Is that trust, or is it a theme of its own?",
  },
  {
    key: "keith",
    theme: "money",
    lang: "en",
    body: "The two arrangements without arguments (the company, the one-page letter) both name who chases the money. None of the others do.",
  },
  {
    key: "unpaid",
    theme: "few",
    lang: "en",
    body: "Lunches, lambs, cakes and pints: the economy of favours is doing the work of a budget. Ask about it outright in any follow-up.",
  },
  {
    key: "fear",
    theme: "data",
    lang: "en",
    body: "Nobody told us of a fine. Everybody told us of a colleague who was investigated.",
  },
  {
    key: "un-cam",
    theme: "welsh",
    lang: "cy",
    body: "Yr un stori bob tro: mae'r Saesneg yn gwella hefyd. Ai'r Gymraeg sy'n gwneud hynny, ynteu'r ffaith bod dau berson yn darllen?",
  },
  {
    key: "missing-residents",
    theme: null,
    lang: "en",
    body: "Residents appear in every interview and speak in none. Before we define this theme we should say whose view it is.",
  },
];
