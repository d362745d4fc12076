/**
 * Finds a Chromium on this machine, or installs one.
 *
 * Tests run in its headless shell, the same engine without windows and menus: a page stands there in half the time.
 * Benchmarks run in the whole program, as people have it.
 */
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

const shells = ["chromium-headless-shell"];
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

/** What the variable CHROMIUM_PATH names; null where it is not set. Throws where it leads nowhere. */
function given(): string | null {
  const file = process.env.CHROMIUM_PATH;
  if (!file) return null;
  if (runs(file)) return file;
  throw new Error("The variable CHROMIUM_PATH names a file that does not exist or cannot be run.");
}

function find(programs: readonly string[], more: readonly string[]): string | null {
  const all = [...places.flatMap((folder) => programs.map((name) => path.join(folder, name))), ...more];
  return all.find(runs) ?? null;
}

const findWhole = (): string | null => find(names, [...mac, chromium.executablePath()]);

/** Installs a package where that can be done without asking anybody: as root on Debian. */
function install(name: string): void {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  console.log(`Installing ${name} …`);
  const fetched = spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], { stdio: "ignore" });
  if (fetched.status === 0) return;
  spawnSync("apt-get", ["update"], { stdio: "inherit" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], { stdio: "inherit" });
}

/** The program that tests run in. `CHROMIUM_PATH` goes first; where the shell cannot be had, the whole program. */
export function needShell(): string {
  const found = given() ?? find(shells, []);
  if (found) return found;
  install("chromium-headless-shell");
  return find(shells, []) ?? needBrowser();
}

/** The whole program; installs it where there is none. `CHROMIUM_PATH` goes first. */
export function needBrowser(): string {
  const found = given() ?? findWhole();
  if (found) return found;
  install("chromium");
  if (!findWhole())
    execFileSync(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"], {
      stdio: "inherit",
    });
  const installed = findWhole();
  if (!installed) throw new Error("No Chromium was found and none could be installed; set CHROMIUM_PATH to one.");
  return installed;
}
