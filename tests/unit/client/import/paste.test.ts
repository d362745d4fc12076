import { expect, test } from "vitest";
import { pastedBlob, richPaste } from "#lib/client/import/paste.ts";

const html = "<p><b>Ann:</b> Shall we?</p>";

test("[I53] rich text is sent where its bold says something and the words are as they were pasted", async () => {
  const pasted = richPaste("Ann: Shall we?\r\n", html);
  expect(await pastedBlob("Ann: Shall we?", pasted).text()).toBe(`<!doctype html>${html}`);
  expect(await pastedBlob("Ann: Shall we go?", pasted).text()).toBe("Ann: Shall we go?");
});

test("[I53] plain words and tables are sent as words", () => {
  expect(richPaste("Ann: Shall we?", "<p>Ann: Shall we?</p>")).toBeNull();
  expect(richPaste("A\tB", "<table><tr><td><b>A</b><td>B</table>")).toBeNull();
  expect(pastedBlob("A\tB", null).type).toBe("text/plain");
});
