/** Every sentence that a screen asks for by name stands in the catalogue that it asks. */
import { expect, test } from "vitest";

import { files, text } from "./tree.ts";

type Asked = Readonly<{ file: string; space: string; key: string; whole: boolean }>;

/** What `t("key")` and `` t(`key.${of}`) `` ask for, with the catalogue that `t` was made of in that file. */
function asked(file: string, code: string): readonly Asked[] {
  const found: Asked[] = [];
  // A name may be bound anew in another function of the file: then any of its catalogues may be meant.
  const bound = Map.groupBy(
    code.matchAll(/const (\w+) = (?:await )?(?:useTranslations|getTranslations)\("([\w.-]+)"\)/g),
    ([, name = ""]) => name,
  );
  for (const [name, bindings] of bound) {
    const spaces = bindings.map(([, , space = ""]) => space);
    for (const [, , key = "", tail] of code.matchAll(
      new RegExp(`(?<![\\w.])${name}(?:\\.rich)?\\(\\s*(["\`])([\\w.-]*)("|\`|\\$\\{)`, "g"),
    ))
      if (key !== "") found.push({ file, space: spaces.join("|"), key, whole: tail !== "${" });
  }
  return found;
}

/** Whether a catalogue has the sentence, or for a key that goes on, something that begins with it. */
function stands({ space, key, whole }: Asked): boolean {
  return space.split("|").some((one) => {
    const [name = "", ...within] = one.split(".");
    const path = [...within, ...key.split(".")].filter((step) => step !== "");
    if (!whole && !key.endsWith(".")) path.pop();
    let at: unknown = JSON.parse(text(`messages/${name}/en.json`));
    for (const step of path) at = (at as Readonly<Record<string, unknown>> | undefined)?.[step]; // nested objects of texts
    return whole ? typeof at === "string" : typeof at === "object";
  });
}

test("[RT49] every sentence that a screen asks for is in its catalogue", () => {
  const all = files(["components", "app"], [".ts", ".tsx"]).flatMap((file) => asked(file, text(file)));
  expect(all.length).toBeGreaterThan(1000);
  expect(all.filter((one) => !stands(one)).map(({ file, space, key }) => `${file}: ${space}: ${key}`)).toEqual([]);
});

test("[RT49] one that is not there is told", () => {
  const code = 'const t = useTranslations("report");\nt("title"); t("nowhere"); t(`format.${x}`); t(`nothing.${x}`);';
  expect(
    asked("x.tsx", code)
      .filter((one) => !stands(one))
      .map(({ key }) => key),
  ).toEqual(["nowhere", "nothing."]);
});
