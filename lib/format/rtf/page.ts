/**
 * Code pages and font character sets of Rich Text Format, by the names that decoders know.
 *
 * The old DOS pages 437 and 850 have no decoder; their letters stand apart from Windows-1252, and real files with them
 * are from before 1995. They are read as Windows-1252.
 * Source: Rich Text Format Specification 1.9.1, "Font Table" and \ansicpg.
 */
export const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [437, "windows-1252"],
  [850, "windows-1252"],
  [866, "ibm866"],
  [874, "windows-874"],
  [932, "shift_jis"],
  [936, "gbk"],
  [949, "euc-kr"],
  [950, "big5"],
  [1250, "windows-1250"],
  [1251, "windows-1251"],
  [1252, "windows-1252"],
  [1253, "windows-1253"],
  [1254, "windows-1254"],
  [1255, "windows-1255"],
  [1256, "windows-1256"],
  [1257, "windows-1257"],
  [1258, "windows-1258"],
  [10_000, "macintosh"],
  [10_007, "x-mac-cyrillic"],
  [20_866, "koi8-r"],
  [28_592, "iso-8859-2"],
  [54_936, "gb18030"],
  [65_001, "utf-8"],
]);

/** By \fcharset. Those that say nothing of letters (1, default) are left to the document's page. */
export const CHARSETS: ReadonlyMap<number, string> = new Map([
  [0, "windows-1252"],
  [2, "symbol"],
  [77, "macintosh"],
  [128, "shift_jis"],
  [129, "euc-kr"],
  [134, "gbk"],
  [136, "big5"],
  [161, "windows-1253"],
  [162, "windows-1254"],
  [163, "windows-1258"],
  [177, "windows-1255"],
  [178, "windows-1256"],
  [186, "windows-1257"],
  [204, "windows-1251"],
  [222, "windows-874"],
  [238, "windows-1250"],
]);
