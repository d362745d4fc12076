/** Finds a Chromium on this machine, or installs one. */
import { execFileSync, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

import { chromium } from "@playwright/test";

/** Flags that keep it quiet on a closed network. */
export const browserFlags = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"];
const mac = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The program, or null where there is none yet. `CHROMIUM_PATH` goes first. */
export function findBrowser(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (runs(given)) return given;
    throw new Error("The variable CHROMIUM_PATH names a file that does not exist or cannot be run.");
  }
  const all = [
    ...places.flatMap((folder) => names.map((name) => path.join(folder, name))),
    ...mac,
    chromium.executablePath(),
  ];
  return all.find(runs) ?? null;
}

/** The program; installs it where there is none. */
export function needBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  console.log("No Chromium here; installing one …");
  if (process.getuid?.() === 0 && existsSync("/etc/debian_version")) {
    spawnSync("apt-get", ["update"], { stdio: "inherit" });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "inherit" });
  }
  if (!findBrowser())
    execFileSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
      stdio: "inherit",
    });
  const installed = findBrowser();
  if (!installed) throw new Error("No Chromium was found and none could be installed; set CHROMIUM_PATH to one.");
  return installed;
}
