/** What can be known of the images without an engine to build them. */
import { existsSync } from "node:fs";

import { expect, test } from "vitest";

import { text } from "./tree.ts";

type Node = { [key: string]: Node | string };

/** The part of YAML that our compose file uses: nested maps, lists and scalars, two spaces a level. Throws at anything else. */
function outline(yaml: string): Node {
  const root: Node = {};
  const open: { indent: number; node: Node }[] = [{ indent: -1, node: root }];
  for (const line of yaml.split("\n")) {
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    const indent = line.length - line.trimStart().length;
    if (indent % 2 === 1 || line.includes("\t")) throw new Error(`Badly indented: ${line}`);
    while (indent <= (open.at(-1)?.indent ?? -1)) open.pop();
    const parent = open.at(-1)?.node ?? root;
    const item = /^\s*- (.+)$/.exec(line);
    const pair = /^\s*([\w-]+):(?: (.+))?$/.exec(line);
    if (item?.[1]) parent[`- ${Object.keys(parent).length}`] = item[1];
    else if (pair?.[1]) {
      if (pair[1] in parent) throw new Error(`Said twice: ${line}`);
      const node: Node = {};
      parent[pair[1]] = pair[2] ?? node;
      if (pair[2] === undefined) open.push({ indent, node });
    } else throw new Error(`Not understood: ${line}`);
  }
  return root;
}

test("[RT50] the compose file parses: an app and its PostgreSQL 18, with health checks, volumes and secrets from outside", () => {
  const file = outline(text("docker-compose.yml"));
  expect(file).toMatchObject({
    services: {
      app: {
        build: ".",
        depends_on: { database: { condition: "service_healthy" } },
        environment: expect.anything(),
        volumes: { "- 0": "data:/data" },
      },
      database: {
        image: "postgres:18",
        healthcheck: { test: expect.stringContaining("pg_isready") },
        volumes: { "- 0": "database:/var/lib/postgresql" },
      },
    },
    volumes: { data: {}, database: {} },
  });
  for (const name of ["CARTHEN_URL", "CARTHEN_SECRET", "POSTGRES_PASSWORD"])
    expect(text("docker-compose.yml")).toContain(`\${${name}:?`);
});

test("[RT51] the image copies only what is there, all that the build is made of, and runs as nobody special", () => {
  const lines = text("Dockerfile").split("\n");
  const copied = lines
    .filter((line) => line.startsWith("COPY ") && !line.includes("--from="))
    .flatMap((line) => line.split(/\s+/).slice(1, -1));
  expect(copied.filter((source) => !existsSync(source))).toEqual([]);
  const ignored = text(".dockerignore").split("\n");
  expect(copied.filter((source) => ignored.includes(source.replace(/^\.\//, "")))).toEqual([]);
  const needed = [
    "app",
    "components",
    "lib",
    "messages",
    "prisma",
    "server.ts",
    "package.json",
    "package-lock.json",
    "public",
    "next.config.ts",
    "tsconfig.json",
  ];
  expect(needed.filter((source) => existsSync(source) && !copied.includes(source))).toEqual([]);
  expect(lines.filter((line) => line.startsWith("USER ")).at(-1)).toBe("USER node");
  expect(lines.some((line) => line.startsWith("HEALTHCHECK"))).toBe(true);
  expect(text("Dockerfile")).toContain("npm prune --omit=dev");
});
