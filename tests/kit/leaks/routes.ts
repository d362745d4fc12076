/** What of the app can be reached by an address: its pages, and its doors with their methods, as the files say it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const METHOD = "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS";

/** `GET /api/studies/[study]/words`, `PAGE /studies/[study]/tags` … of the routes in a folder. */
export function routesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  return files.flatMap((file) => {
    const parts = file.split(path.sep);
    const name = parts.pop() ?? "";
    const address = `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
    if (/^page\.[jt]sx?$/.test(name)) return [`PAGE ${address}`];
    if (!/^route\.[jt]sx?$/.test(name)) return [];
    const source = readFileSync(path.join(folder, file), "utf8");
    const exported = [
      ...source.matchAll(new RegExp(`export\\s+(?:async\\s+)?(?:function|const)\\s+(${METHOD})\\b`, "g")),
      ...[...source.matchAll(/export\s*\{([^}]*)\}/g)].flatMap(([, list = ""]) => [
        ...list.matchAll(new RegExp(`(?:^|,|\\bas)\\s*(${METHOD})\\s*(?=,|$)`, "g")),
      ]),
    ];
    const methods = [...new Set(exported.map(([, method]) => method))];
    // A route without a method that we can see is a route none the less, and has to be answered for.
    return methods.length === 0 ? [`? ${address}`] : methods.map((method) => `${method} ${address}`);
  });
}
