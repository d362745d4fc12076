import { defineConfig } from "@playwright/test";

import { browserFlags, needShell } from "#tests/kit/browser.ts";

export default defineConfig({
  testDir: "tests/flow",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  workers: 2, // each with a server, a database and browsers of its own: one alone leaves a third of two cores idle
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/London",
    actionTimeout: 20_000,
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    launchOptions: { executablePath: needShell(), args: browserFlags },
  },
});
