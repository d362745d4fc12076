/** The words of a file that left, without what its form puts between them, for tests that look for words in any of them. */
import { strFromU8, unzipSync } from "fflate";
import type { ReportFormat } from "#lib/domain/report/check.ts";
import { FORMS } from "#lib/format/report/form.ts";
import { unpackPdf } from "#lib/format/scan/pdf.ts";

export function fileWords(format: ReportFormat, bytes: Uint8Array): string {
  const parts =
    format === "pdf"
      ? (unpackPdf(bytes) ?? []).filter(({ name }) => name.endsWith(" joined")).map((part) => part.bytes)
      : format === "docx" || format === "xlsx"
        ? Object.values(unzipSync(bytes))
        : [FORMS[format].read?.(bytes) ?? bytes];
  const words = parts.map((part) => strFromU8(part)).join("\n");
  return format === "pdf" ? words : words.replace(/<[^>]+>/g, "");
}
