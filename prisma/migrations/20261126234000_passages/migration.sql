-- Why:  stretches of interviews are linked to the questions that are answered in them (docs/spec/passage.md).
-- Lock: none on what is there; one new table.
-- Old code: still runs, but cannot read events about passages.
-- Undo: drop "passage"; quotes keep the questions that they were told.
CREATE TABLE "passage" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "source_id" uuid NOT NULL,
  "revision_id" uuid NOT NULL,
  "start_at" int NOT NULL,
  "end_at" int NOT NULL,
  "question_id" uuid NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK (0 <= "start_at" AND "start_at" < "end_at"),
  FOREIGN KEY ("study_id", "source_id") REFERENCES "source" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "revision_id") REFERENCES "revision" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "question_id") REFERENCES "question" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "passage_source" ON "passage" ("study_id", "source_id");
CREATE INDEX "passage_question" ON "passage" ("study_id", "question_id");
GRANT SELECT, INSERT, UPDATE ON "passage" TO carthen_app;
GRANT SELECT ON "passage" TO carthen_export;
