-- Why:  a cited quote may have a translation into English or Welsh, which stands under it in reports (docs/spec/wording.md, W12 to W16).
-- Lock: none on what is there; a new table.
-- Old code: does not run beside it: it does not know these rows in events.
-- Undo: drop the table; what was translated stands in the log.
CREATE TABLE "translation" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL, -- quote/finding/language
  "evidence_id" text NOT NULL, -- finding/quote
  "revision_id" uuid NOT NULL, -- of the source whose words it says
  "made_with" text NOT NULL, -- the edits of the quote that it was made with
  "lang" text NOT NULL CHECK ("lang" IN ('en', 'cy')),
  "phrase_id" uuid NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "evidence_id") REFERENCES "evidence" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "phrase_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE
);
CREATE INDEX ON "translation" ("study_id", "evidence_id") WHERE NOT "gone";
GRANT SELECT, INSERT, UPDATE ON "translation" TO carthen_app;
GRANT SELECT ON "translation" TO carthen_export;
