/** Our files as other people's programs read them: LibreOffice and qpdf, where they are installed. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Why nothing is opened by LibreOffice; null where it is there. */
export function withoutOffice(): string | null {
  return spawnSync("soffice", ["--version"], { stdio: "ignore" }).error
    ? "LibreOffice (soffice) is not installed"
    : null;
}

/** Commas, quotation marks, UTF-8, cells as they are shown, every sheet a file of its own. */
const CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
const TXT = "txt:Text (encoded):UTF8";

/**
 * Opens a file as LibreOffice does and gives back what it reads in it.
 *
 * @returns text by name: a document under its own, a workbook's sheets each under theirs
 */
export function readByOffice(bytes: Uint8Array, format: "docx" | "xlsx"): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  try {
    writeFileSync(join(folder, `file.${format}`), bytes);
    const run = spawnSync(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, "home")).href}`,
        "--headless",
        "--convert-to",
        format === "docx" ? TXT : CSV,
        "--outdir",
        join(folder, "out"),
        join(folder, `file.${format}`),
      ],
      { encoding: "utf8", timeout: 120_000 },
    );
    if (run.status !== 0) throw new Error(`LibreOffice ended with ${String(run.status)}: ${run.stderr}`);
    const files = readdirSync(join(folder, "out"));
    return new Map(
      files.map((file) => [
        file.replace(/^file-?/, "").replace(/\.(?:txt|csv)$/, ""),
        readFileSync(join(folder, "out", file), "utf8").replace(/^\ufeff/, ""),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What qpdf says against a PDF; null where it says nothing. Undefined where it is not installed. */
export function pdfFault(bytes: Uint8Array): string | null | undefined {
  const folder = mkdtempSync(join(tmpdir(), "qpdf-"));
  try {
    const file = join(folder, "file.pdf");
    writeFileSync(file, bytes);
    const run = spawnSync("qpdf", ["--check", file], { encoding: "utf8" });
    if (run.error) return undefined;
    return run.status === 0 ? null : run.stdout + run.stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
