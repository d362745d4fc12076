import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/{unit,arch,files}/**/*.test.{ts,tsx}"],
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
          isolate: false, // they keep nothing between them; reading the house anew for each file takes twice as long as the tests
        },
      },
      {
        test: {
          name: "data",
          include: ["tests/data/**/*.test.ts"],
          sequence: { groupOrder: 1 }, // where files of both are asked for, these come after the others
          globalSetup: ["tests/kit/cluster.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
