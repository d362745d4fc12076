-- Why:  memos call people by name, and those find them (docs/spec/memo.md).
-- Lock: none on what is there; one new table.
-- Old code: still runs, but cannot read events about calls.
-- Undo: drop "memo_call"; memos keep their words.
CREATE TABLE "memo_call" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL,
  "memo_id" uuid NOT NULL,
  "person_id" uuid NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("id" = "memo_id"::text || '/' || "person_id"::text),
  FOREIGN KEY ("study_id", "memo_id") REFERENCES "memo" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "person_id") REFERENCES "membership" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "memo_call_memo" ON "memo_call" ("study_id", "memo_id");
CREATE INDEX "memo_call_person" ON "memo_call" ("study_id", "person_id");
GRANT SELECT, INSERT, UPDATE ON "memo_call" TO carthen_app;
GRANT SELECT ON "memo_call" TO carthen_export;
