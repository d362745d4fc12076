import { expect, test } from "vitest";
import { propose } from "#lib/domain/passage/propose.ts";

const guide = [
  {
    question: "share",
    words: ["How do you share data with partner organisations?", "Sut ydych chi’n rhannu data â sefydliadau partner?"],
  },
  { question: "barrier", words: ["What barriers stop you from using digital services?"] },
  { question: "training", words: ["What training have staff had?"] },
];
const ask = (...words: string[]) =>
  propose(
    words.map((one, turn) => ({ turn, words: one })),
    guide,
  ).map(({ turn, question }) => [turn, question]);

test("[PA5] an interviewer who turns a question round is understood", () => {
  expect(
    ask(
      "Thank you for coming today.",
      "So, sharing data: how does that work with the partner organisations?",
      "And are there barriers that have stopped your team using the digital services?",
      "Right, and the staff, what training did they get?",
    ),
  ).toEqual([
    [1, "share"],
    [2, "barrier"],
    [3, "training"],
  ]);
});

test("[PA5] a question is known in both languages of the study", () => {
  expect(ask("A sut ydych chi'n rhannu'r data â'ch sefydliadau partner, felly?")).toEqual([[0, "share"]]);
});

test("[PA5] a word in common is no question, nor is small talk", () => {
  expect(ask("Do you have data on that?", "What do you do?", "Mm.", "", "The training was on Tuesday.")).toEqual([]);
});

test("[PA5] without a guide nothing is proposed", () => {
  expect(propose([{ turn: 0, words: "How do you share data?" }], [])).toEqual([]);
  expect(propose([{ turn: 0, words: "What is it?" }], [{ question: "q", words: ["What is it?"] }])).toEqual([]);
});
