/** Tells Welsh lines from English ones, for models that know English only. Rules: docs/spec/identifier.md, I64. */

const SMALL = new Set(
  (
    "y yr yn ac mae oedd roedd sydd ydi ydy yw dw dwi wi dan ni nhw chi ti fo fe hi ei eu ein eich fy dy mewn gan gyda efo wedi hefyd ond bod bydd fydd byddai fyddai basa fel neu pan os hynny hwn hon hyn yna yma " +
    "iawn achos oherwydd rhywbeth rhywun pobl bobl gwneud neud mynd dod cael gael wneud ddim dim na nad nid ers trwy drwy dros rhwng wrth heb am ar o i mae'r dwi'n mae'n oedd'na o'r i'r a'r roedd'na sy'n gwaith waith " +
    "cyngor gyngor staff gwasanaeth wasanaeth cymraeg gymraeg saesneg blynedd mlynedd beth pwy ble sut pam faint lle un dau"
  ).split(" "),
);
/** Words of both languages. */
const BOTH = new Set("a i o am an dim pan os un hi ti y ni fe dan bod staff ar lle dod".split(" "));

/** Whether a line is Welsh, or mostly so. */
export function isWelsh(line: string): boolean {
  const words =
    line
      .toLowerCase()
      .replaceAll("’", "'")
      .match(/[\p{L}\p{M}']+/gu) ?? [];
  let welsh = 0;
  for (const word of words)
    if ((SMALL.has(word) && !BOTH.has(word)) || /^\p{L}+'(?:n|r|i|u|w|ch)$/u.test(word)) welsh += 1;
  return welsh >= 2 && welsh / words.length >= 0.15;
}
