-- Why:  of each theme and each case, a participant or an organisation, the team writes a summary: the framework matrix
--       (docs/spec/framework.md). Its words are a wording, and a pad.
-- Lock: none on what is there; a new table.
-- Old code: does not run beside it: it does not know these rows in events.
-- Undo: drop the table; what was written stands in phrases and in the log.
CREATE TABLE "summary" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "theme_id" uuid NOT NULL,
  "participant_id" uuid,
  "organisation_id" uuid,
  "by_id" uuid NOT NULL,
  "also_id" uuid, -- whoever of the others wrote in it last
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "theme_id") REFERENCES "theme" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "participant_id") REFERENCES "participant" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "organisation_id") REFERENCES "organisation" ("study_id", "id") DEFERRABLE,
  CHECK (num_nonnulls("participant_id", "organisation_id") = 1)
);
CREATE INDEX "summary_theme" ON "summary" ("study_id", "theme_id");
CREATE INDEX "summary_participant" ON "summary" ("study_id", "participant_id");
CREATE INDEX "summary_organisation" ON "summary" ("study_id", "organisation_id");
GRANT SELECT, INSERT, UPDATE ON "summary" TO carthen_app;
GRANT SELECT ON "summary" TO carthen_export;
