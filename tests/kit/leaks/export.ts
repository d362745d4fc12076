/** Every file that can be taken out of a study, in both languages. */
import type { APIRequestContext, APIResponse } from "@playwright/test";
import type { Rooms } from "./visits.ts";

export type Order = Readonly<{ what: string; route: string; path: string; data: Readonly<Record<string, unknown>> }>;

const LANGS = ["en", "cy"] as const;

/** `route` is the door as the app's files call it, so that a door that hands out files and has no order here is missed. */
export function orders({ study, board, secondBoard, hiddenBoard }: Rooms): readonly Order[] {
  const of = `/api/studies/${study}`;
  const base = "POST /api/studies/[study]";
  return LANGS.flatMap((language) => [
    ...["docx", "html", "pdf", "md", "csv", "xlsx", "json"].map((format) => ({
      what: `report.${format}, ${language}`,
      route: `${base}/report/download`,
      path: `${of}/report/download`,
      data: { format, language },
    })),
    ...["csv", "qdc"].map((format) => ({
      what: `codebook.${format}, ${language}`,
      route: `${base}/codebook/download`,
      path: `${of}/codebook/download`,
      data: { format, language },
    })),
    // Of the tables of numbers those that words stand in, and that a study of few people may have.
    ...(
      [
        { view: "coverage", of: "questions" },
        { view: "framework", of: "participant", board: null },
      ] as const
    ).flatMap((numbers) =>
      ["csv", "svg"].map((format) => ({
        what: `${numbers.view}.${format}, ${language}`,
        route: `${base}/numbers/download`,
        path: `${of}/numbers/download`,
        data: { format, language, numbers },
      })),
    ),
    ...(["codes", "sets"] as const).flatMap((themes) =>
      ["standard", "nvivo"].map((profile) => ({
        what: `project.qdpx, ${themes}, ${profile}, ${language}`,
        route: `${base}/project/download`,
        path: `${of}/project/download`,
        data: { profile, themes, language, together: true },
      })),
    ),
    {
      what: `activity.csv, ${language}`,
      route: `${base}/activity/download`,
      path: `${of}/activity/download`,
      data: { language },
    },
    ...(
      [
        ["board", board],
        ["second board", secondBoard],
        ["hidden board", hiddenBoard],
      ] as const
    ).flatMap(([name, id]) =>
      ["png", "svg", "pdf", "txt", "md"].map((format) => ({
        what: `${name}.${format}, ${language}`,
        route: `${base}/boards/[board]/download`,
        path: `${of}/boards/${id}/download`,
        data: { format, language, cards: null },
      })),
    ),
  ]);
}

export function take(request: APIRequestContext, url: string, { path, data }: Order): Promise<APIResponse> {
  return request.post(path, { data, headers: { origin: url } });
}

/** The doors that hand out files and have no order. */
export function unordered(routes: readonly string[], rooms: Rooms): readonly string[] {
  const known = new Set(orders(rooms).map(({ route }) => route));
  return routes.filter((route) => route.endsWith("/download") && !known.has(route));
}
