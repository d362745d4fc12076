/** The fixed sentences of what leaves, from the catalogues. */
import { createTranslator } from "next-intl";
import activityCy from "#messages/activity/cy.json" with { type: "json" };
import activityEn from "#messages/activity/en.json" with { type: "json" };
import archiveCy from "#messages/archive/cy.json" with { type: "json" };
import archiveEn from "#messages/archive/en.json" with { type: "json" };
import boardCy from "#messages/board/cy.json" with { type: "json" };
import boardEn from "#messages/board/en.json" with { type: "json" };
import exportCy from "#messages/board-export/cy.json" with { type: "json" };
import exportEn from "#messages/board-export/en.json" with { type: "json" };
import codebookCy from "#messages/codebook/cy.json" with { type: "json" };
import codebookEn from "#messages/codebook/en.json" with { type: "json" };
import coverageCy from "#messages/coverage/cy.json" with { type: "json" };
import coverageEn from "#messages/coverage/en.json" with { type: "json" };
import findingsCy from "#messages/findings/cy.json" with { type: "json" };
import findingsEn from "#messages/findings/en.json" with { type: "json" };
import matrixCy from "#messages/matrix/cy.json" with { type: "json" };
import matrixEn from "#messages/matrix/en.json" with { type: "json" };
import publicationCy from "#messages/publication/cy.json" with { type: "json" };
import publicationEn from "#messages/publication/en.json" with { type: "json" };
import identifierCy from "#messages/identifier/cy.json" with { type: "json" };
import identifierEn from "#messages/identifier/en.json" with { type: "json" };
import cy from "#messages/report/cy.json" with { type: "json" };
import en from "#messages/report/en.json" with { type: "json" };
import refiCy from "#messages/refi/cy.json" with { type: "json" };
import refiEn from "#messages/refi/en.json" with { type: "json" };
import type { Language } from "#lib/domain/report/check.ts";
import type { Say } from "#lib/format/report/say.ts";

const REPORT = { en: en.document, cy: cy.document };
const BOARD = {
  en: { ...exportEn.document, kind: boardEn.kind, source: boardEn.source },
  cy: { ...exportCy.document, kind: boardCy.kind, source: boardCy.source },
};

const PROJECT = {
  en: { ...refiEn.document, kind: boardEn.kind, source: boardEn.source },
  cy: { ...refiCy.document, kind: boardCy.kind, source: boardCy.source },
};

const NUMBERS = {
  en: { ...matrixEn, kind: findingsEn.kind, coverage: coverageEn },
  cy: { ...matrixCy, kind: findingsCy.kind, coverage: coverageCy },
};

export function sayReport(lang: Language): Say {
  return sayer(lang, REPORT[lang]);
}

/** What stands at a link where nothing is published. */
export function sayPublished(lang: Language): Say {
  return sayer(lang, { en: publicationEn, cy: publicationCy }[lang]);
}

export function sayCodebook(lang: Language): Say {
  return sayer(lang, { en: codebookEn.columns, cy: codebookCy.columns }[lang]);
}

export function sayProject(lang: Language): Say {
  return sayer(lang, PROJECT[lang]);
}

/** What stands on the screens of numbers and of coverage. */
export function sayNumbers(lang: Language): Say {
  return sayer(lang, NUMBERS[lang]);
}

export function sayArchive(lang: Language): Say {
  return sayer(lang, { en: archiveEn.document, cy: archiveCy.document }[lang]);
}

export function sayActivity(lang: Language): Say {
  return sayer(lang, { en: activityEn, cy: activityCy }[lang]);
}

export function sayBoard(lang: Language): Say {
  return sayer(lang, BOARD[lang]);
}

export function sayLog(lang: Language): Say {
  return sayer(lang, { en: identifierEn.log, cy: identifierCy.log }[lang]);
}

function sayer(lang: Language, messages: object): Say {
  const translate = createTranslator({ locale: lang, messages: { messages }, namespace: "messages" });
  // Keys are put together at run time (kind.local_authority), so the compiler cannot know them.
  return translate as unknown as Say;
}
