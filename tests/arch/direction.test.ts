/** [RT40] Who may import whom, and the proof that the tool which says so has read the repository. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { expect, test } from "vitest";
import * as z from "zod";

const Report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

function cruise(folder: string, rooms: readonly string[]): z.infer<typeof Report> {
  const tool = path.resolve("node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const run = spawnSync(
    process.execPath,
    [tool, "--config", ".dependency-cruiser.mjs", "--output-type", "json", ...rooms],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 200_000_000,
    },
  );
  if (!run.stdout.startsWith("{")) throw new Error(run.stderr);
  return Report.parse(JSON.parse(run.stdout));
}

test("[RT40] every import goes in an allowed direction", () => {
  const { modules, summary } = cruise(process.cwd(), ["app", "components", "lib", "prisma/sample", "server.ts"]);
  const read = modules.filter(({ source }) => /^(app|components|lib)\/.*\.tsx?$/.test(source));
  expect(read.length).toBeGreaterThan(150); // without its parser the tool reads nothing and is content
  expect(summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});

test("[RT40] planted violations are caught, each by its rule", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "carthen-arch-"));
  const planted: readonly (readonly [string, string, string])[] = [
    ["lib/domain/a.ts", 'import { b } from "#lib/client/b.ts";\nexport const a = b;', "domain"],
    ["lib/domain/pack.ts", 'import ws from "ws";\nexport const a = ws;', "domain-packages"],
    ["lib/domain/near.ts", 'import type { S } from "../server/store/s.ts";\nexport type A = S;', "domain"],
    ["lib/format/c.ts", 'import { b } from "#lib/client/b.ts";\nexport const c = b;', "format"],
    ["lib/client/d.ts", 'import { s } from "#lib/server/store/s.ts";\nexport const d = s;', "client"],
    ["components/ui/e.tsx", 'import { f } from "#components/quote/f.tsx";\nexport const e = f;', "ui"],
    ["components/quote/g.tsx", 'import { s } from "#lib/server/store/s.ts";\nexport const g = s;', "components"],
    ["lib/server/handle/h.ts", 'import { s } from "#lib/server/store/s.ts";\nexport const h = s;', "handle"],
    [
      "lib/server/handle/n.ts",
      'import { headers } from "next/headers.js";\nexport const n = headers;',
      "handle-packages",
    ],
    [
      "lib/server/load/p.ts",
      'import { PrismaPg } from "@prisma/adapter-pg";\nexport const p = PrismaPg;',
      "prisma-in-store-only",
    ],
    ["lib/server/store/q.ts", 'import { h } from "#lib/server/handle/h.ts";\nexport const q = h;', "store"],
    ["lib/server/load/r.ts", 'import { b } from "#lib/client/b.ts";\nexport const r = b;', "server-knows-no-screen"],
    ["lib/domain/x.ts", 'import { y } from "./y.ts";\nexport const x = (): unknown => y;', "no-circle"],
    ["lib/domain/lost.ts", 'import { z } from "./nowhere.ts";\nexport const lost = z;', "resolved"],
    ["app/page.tsx", 'import { t } from "#tests/t.ts";\nexport const page = t;', "tests-stay-out"],
    ["lib/client/door.ts", 'import { page } from "#app/page.tsx";\nexport const door = page;', "app-is-no-library"],
  ];
  const innocent: readonly (readonly [string, string])[] = [
    ["lib/client/b.ts", "export const b = 1;"],
    ["lib/domain/y.ts", 'import { x } from "./x.ts";\nexport const y = (): unknown => x;'],
    ["lib/server/store/s.ts", "export type S = 1;\nexport const s = 1;"],
    ["components/quote/f.tsx", "export const f = 1;"],
    ["tests/t.ts", "export const t = 1;"],
  ];
  try {
    for (const [file, text] of [...planted, ...innocent]) {
      mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    cpSync("package.json", path.join(folder, "package.json"));
    cpSync(".dependency-cruiser.mjs", path.join(folder, ".dependency-cruiser.mjs"));
    symlinkSync(path.resolve("node_modules"), path.join(folder, "node_modules"));

    const { violations } = cruise(folder, ["app", "components", "lib", "tests"]).summary;
    const caught = new Set(violations.map(({ from, rule }) => `${from}: ${rule.name}`));
    expect(planted.map(([file, , name]) => `${file}: ${name}`).filter((one) => !caught.has(one))).toEqual([]);
    expect(violations.filter(({ from }) => innocent.some(([file]) => file === from))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
