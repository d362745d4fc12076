import { expect, test } from "vitest";

import { readConfig } from "#lib/server/config.ts";

const at = { project: "/home/someone/carthen", root: false };
const read = (env: Record<string, string>, place = at) => readConfig(env, place);

test("[RT3] without any setting, only this machine can reach it and data lies in the checkout", () => {
  expect(read({})).toEqual({
    ok: true,
    value: {
      port: 3000,
      host: "127.0.0.1",
      url: "http://localhost:3000",
      databaseUrl: null,
      data: "/home/someone/carthen/.data",
      lists: { folder: "/home/someone/carthen/.data/lists", asked: false },
      secret: null,
      metricsToken: null,
      logLevel: "info",
      dev: false,
      bench: false,
    },
  });
});

test("[RT3] for root, data lies where the database's own user can enter, apart for each checkout", () => {
  const place = (project: string): string => {
    const config = read({}, { project, root: true });
    return config.ok ? config.value.data : "";
  };
  expect(place("/root/a")).toMatch(/^\/var\/lib\/carthen\/[0-9a-f]{12}$/);
  expect(place("/root/a")).not.toBe(place("/root/b"));
});

test("[RT4] opened to other machines, it needs the https address that people use", () => {
  expect(read({ HOST: "0.0.0.0" })).toEqual({
    ok: false,
    fault: [expect.stringContaining("CARTHEN_URL must be set to the https:// address")],
  });
  expect(read({ HOST: "0.0.0.0", CARTHEN_URL: "https://carthen.example.org" })).toMatchObject({
    ok: true,
    value: { url: "https://carthen.example.org" },
  });
  expect(read({ HOST: "0.0.0.0", CARTHEN_URL: "http://carthen.example.org" })).toMatchObject({ ok: false });
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["PORT", "0"],
  ["HOST", "a b"],
  ["CARTHEN_URL", "carthen.example.org"],
  ["CARTHEN_URL", "https://example.org/carthen"],
  ["DATABASE_URL", "mysql://localhost/carthen"],
  ["DATABASE_URL", "postgresql://localhost"],
  ["CARTHEN_SECRET", "short"],
  ["CARTHEN_METRICS_TOKEN", "short"],
  ["LOG_LEVEL", "loud"],
  ["CARTHEN_DEV", "yes"],
  ["CARTHEN_BENCH", "yes"],
])("[RT2] a wrong %s (%s) is named in one sentence that does not repeat it", (name, value) => {
  const config = read({ [name]: value });
  expect(config.ok).toBe(false);
  if (config.ok) return;
  expect(config.fault).toHaveLength(1);
  expect(config.fault[0]).toMatch(new RegExp(`^The variable ${name} must be .*\\.$`));
  if (value.length > 1 && name !== "DATABASE_URL") expect(config.fault[0]).not.toContain(` ${value}`);
});

test("[RT2] an empty variable counts as none, as docker compose passes unset ones", () => {
  expect(read({ PORT: "", DATABASE_URL: "" })).toMatchObject({ ok: true, value: { port: 3000, databaseUrl: null } });
});
