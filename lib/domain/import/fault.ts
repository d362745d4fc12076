/**
 * Why a file cannot be imported. Each code has a sentence in `messages/sources`.
 *
 * Carries numbers for that sentence, and what they count, never words of the file.
 */
import type { TooMany } from "../project/limit.ts";

export type FileKind =
  | "doc-old" // Word before 2007
  | "xls-old"
  | "xlsb" // Excel's binary workbook
  | "json" // data in which nothing reads like speech
  | "xml"
  | "powerpoint"
  | "zip"
  | "picture"
  | "recording"; // sound or video

export type ImportFault =
  | { readonly code: "file.empty" } // no bytes, or nothing but white space
  | { readonly code: "file.wordless" } // read well, yet no words in it
  | { readonly code: "file.too-large"; readonly bytes: number; readonly limit: number }
  | { readonly code: `file.${FileKind}` } // recognised, and not read (yet)
  | { readonly code: "file.password" }
  | { readonly code: "file.scan"; readonly count: number } // a PDF of pictures: its pages
  | { readonly code: "pages.too-many"; readonly count: number; readonly limit: number }
  | { readonly code: "file.slow"; readonly count: number } // took longer than so many seconds
  | { readonly code: "file.heavy" } // took more memory than one file may
  | { readonly code: "file.unreadable" } // a reader failed where it should have answered
  | { readonly code: "file.unknown" } // bytes that are no text
  | { readonly code: "file.broken"; readonly part: "zip" | "document" | "table"; readonly line?: number }
  | { readonly code: "file.bomb"; readonly bytes: number; readonly limit: number } // unpacks into far more than a document
  | { readonly code: "text.too-long"; readonly characters: number; readonly limit: number }
  | { readonly code: "turns.too-many"; readonly count: number; readonly limit: number }
  | { readonly code: "rows.too-many"; readonly count: number; readonly limit: number }
  | { readonly code: "columns.too-many"; readonly count: number; readonly limit: number }
  | { readonly code: "cells.too-many"; readonly count: number; readonly limit: number }
  | {
      readonly code: "cell.too-long";
      readonly line: number;
      readonly column: number;
      readonly characters: number;
      readonly limit: number;
    }
  | { readonly code: "rows.none" } // headings without answers
  | TooMany // a project that holds more than comes in at once
  | { readonly code: "quote.open"; readonly line: number }; // a quotation mark that is never closed
