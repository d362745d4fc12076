import type { NextConfig } from "next";
import { afterEach, expect, test, vi } from "vitest";

import { buildFolder } from "#lib/server/launch/build.ts";

afterEach(() => vi.unstubAllEnvs());

async function nextConfig(bench: string): Promise<NextConfig> {
  vi.stubEnv("CARTHEN_BENCH", bench);
  vi.resetModules();
  const { default: config } = await import("../../../../next.config.ts");
  return config;
}

test.each([
  ["1", true],
  ["0", false],
  ["", false],
])(
  "[B60] Next builds where the start looks for it, and speaks to benchmarks only when told so (%s)",
  async (said, bench) => {
    const config = await nextConfig(said);
    expect(config.distDir).toBe(buildFolder(bench));
    expect(config.compiler?.define).toEqual({ CARTHEN_BENCH: bench });
  },
);

test("[B60] the benchmark's build and the other never share a folder", () => {
  expect(buildFolder(true)).not.toBe(buildFolder(false));
});
