import { expect, test } from "vitest";
import {
  editsAreHere,
  keepWording,
  standingEdits,
  standingTranslations,
  translatableTo,
} from "#lib/client/finding/edits.ts";
import { evolve } from "#lib/domain/study/change.ts";
import { decide } from "#lib/domain/study/command.ts";
import { STUDY, id, study } from "#tests/kit/study.ts";

type Desk = Parameters<typeof keepWording>[0];

/** A desk on which every command is carried out at once. `said`: the kinds of those that were given. */
function begin() {
  const { rows, phrases } = study();
  const said: string[] = [];
  const send: Desk["send"] = (command, made) => {
    said.push(command.kind);
    for (const { id: phrase, lang, words } of made?.phrases ?? []) phrases.set(phrase, { lang, words });
    const decided = decide(rows, command, { person: id("me") });
    if (!decided.ok) throw new Error(decided.fault.code);
    for (const change of decided.value) evolve(rows, change);
  };
  const desk: Desk = { rows, study: STUDY, phrase: (phrase) => phrases.get(phrase)?.words, send };
  const keep = (edits: Parameters<typeof keepWording>[3], translations: Parameters<typeof keepWording>[4]) => {
    said.length = 0;
    keepWording(desk, id("F"), id("q1"), edits, translations);
    return [...said];
  };
  return {
    keep,
    /** As it is on a page to which no words have come yet. */
    isHere: (come = true) => editsAreHere(come ? desk : { ...desk, phrase: () => undefined }, id("F"), id("q1")),
    edits: () => standingEdits(desk, id("F"), id("q1")),
    translations: () => standingTranslations(desk, id("F"), id("q1")),
  };
}

test("[W12] what is kept is what was changed: an edit, a translation, both, or nothing", () => {
  const { keep, edits, translations } = begin();
  const cut = [{ start: 0, end: 3, words: null }];
  const cy = (words: string) => [{ lang: "cy" as const, words }];
  expect(keep([], cy("  "))).toEqual([]);
  expect(keep([], cy(" Dysgodd hi ni i gyd. "))).toEqual(["evidence.translate"]);
  expect(translations()).toEqual([{ lang: "cy", words: "Dysgodd hi ni i gyd.", holds: true }]);
  expect(keep([], cy("Dysgodd hi ni i gyd."))).toEqual([]);

  // Edited by somebody who says nothing of the translation: it holds no more, and is there to be read again.
  expect(keep(cut, [])).toEqual(["evidence.edit"]);
  expect(edits()).toEqual(cut);
  expect(translations()).toEqual([{ lang: "cy", words: "Dysgodd hi ni i gyd.", holds: false }]);
  expect(keep(cut, cy("Dysgodd hi ni i gyd."))).toEqual(["evidence.translate"]);
  expect(translations()[0]?.holds).toBe(true);

  const clear = [...cut, { start: 5, end: 5, words: "there" }];
  expect(keep(clear, cy("Yno, dysgodd hi ni i gyd."))).toEqual(["evidence.edit", "evidence.translate"]);
  expect(translations()).toEqual([{ lang: "cy", words: "Yno, dysgodd hi ni i gyd.", holds: true }]);
  expect(keep(clear, cy(""))).toEqual(["evidence.translate"]);
  expect(translations()).toEqual([]);
});

test("[W12] a quote is translated into the languages that it does not speak", () => {
  expect(translatableTo("en")).toEqual(["cy"]);
  expect(translatableTo("cy-GB")).toEqual(["en"]);
  expect(translatableTo("pl")).toEqual(["en", "cy"]);
});

test("[W10] a quote is edited once the words of its edits have come", () => {
  const { keep, isHere } = begin();
  expect(isHere(false)).toBe(true); // there are none
  keep([{ start: 0, end: 3, words: null }], []);
  expect(isHere(false)).toBe(true); // what is left out says nothing
  keep([{ start: 0, end: 3, words: "She" }], []);
  expect(isHere(false)).toBe(false);
  expect(isHere()).toBe(true);
});
