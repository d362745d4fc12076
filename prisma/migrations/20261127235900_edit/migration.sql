-- Why:  a quote is published cut with […] and made clear with [words]; what is changed of it is kept, and nothing else can be
--       (docs/spec/wording.md).
-- Lock: none on what is there; a new table.
-- Old code: does not run beside it: it does not know these rows in events.
-- Undo: drop the table; what was edited stands in the log.
CREATE TABLE "edit" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL, -- quote/finding/start
  "evidence_id" text NOT NULL, -- finding/quote
  "revision_id" uuid NOT NULL, -- of the source whose words the offsets count
  "start_at" int NOT NULL CHECK ("start_at" >= 0),
  "end_at" int NOT NULL CHECK ("end_at" >= "start_at"),
  "phrase_id" uuid, -- null: a cut
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "evidence_id") REFERENCES "evidence" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "phrase_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE,
  CHECK ("phrase_id" IS NOT NULL OR "end_at" > "start_at")
);
CREATE INDEX ON "edit" ("study_id", "evidence_id") WHERE NOT "gone";
GRANT SELECT, INSERT, UPDATE ON "edit" TO carthen_app;
GRANT SELECT ON "edit" TO carthen_export;
