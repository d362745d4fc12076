/**
 * Cells that hold a talk with a machine ("assistant: …" and "user: …"): only what the person said is an answer.
 *
 * The machine's questions must never be quoted as a participant's words, so they are left out and counted.
 *
 * Rules: docs/spec/import.md, I98.
 */
const ASKS = /^(?:assistant|moderator|ai|bot)[ \t]*:[ \t]*/i;
const ANSWERS = /^(?:user|participant|respondent|human)[ \t]*:[ \t]*/i;

/** What the person said, turn by turn; null where the cell is no such talk. Words are slices of the cell, trimmed. */
export function answersIn(cell: string): string[] | null {
  if (!cell.includes(":")) return null; // most cells of a large survey
  const words = cell.trim();
  if (!ASKS.test(words) && !ANSWERS.test(words)) return null;
  const answers: string[] = [];
  let asks = 0;
  let said: string[] | null = null;
  for (const line of words.split("\n")) {
    const answer = ANSWERS.exec(line);
    if (answer) {
      if (said) answers.push(said.join("\n"));
      said = [line.slice(answer[0].length)];
    } else if (ASKS.test(line)) {
      asks += 1;
      if (said) answers.push(said.join("\n"));
      said = null;
    } else said?.push(line);
  }
  if (said) answers.push(said.join("\n"));
  if (asks === 0 && answers.length < 2) return null; // "User: …" alone is only how somebody writes
  return answers.map((answer) => answer.trim()).filter((answer) => answer !== "");
}
