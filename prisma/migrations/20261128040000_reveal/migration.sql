-- Why:  reviewers read what stands for names, and look at an original one by one, each with a reason that owners can read
--       (docs/spec/reveal.md).
-- Lock: brief; nobody has the new role yet, and a new table.
-- Old code: still runs, until somebody is given the new role, which it does not know.
-- Undo: give reviewers another role, put the former check back, drop the table.
ALTER TABLE "membership" DROP CONSTRAINT "membership_role_check";
ALTER TABLE "membership"
  ADD CONSTRAINT "membership_role_check" CHECK ("role" IN ('owner', 'analyst', 'reviewer', 'observer'));

CREATE TABLE "reveal" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "person_id" uuid NOT NULL,
  "what" text NOT NULL CHECK ("what" IN ('mention', 'quote', 'source')),
  "source_id" uuid NOT NULL,
  "revision_id" uuid NOT NULL,
  "start_at" int NOT NULL CHECK ("start_at" >= 0),
  "end_at" int NOT NULL CHECK ("end_at" > "start_at"),
  "reason_id" uuid NOT NULL,
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "source_id") REFERENCES "source" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "revision_id") REFERENCES "revision" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "reason_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "reveal_at" ON "reveal" ("study_id", "at");
-- Nobody changes or takes away what was looked at.
GRANT SELECT, INSERT ON "reveal" TO carthen_app;
