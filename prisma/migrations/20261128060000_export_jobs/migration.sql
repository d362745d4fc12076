-- Why:  files leave as jobs: with progress, cancelled, taken up again; and what is finished waits a while, sealed, for whoever
--       asked for it (docs/spec/exports.md).
-- Lock: brief; checks of "job", which is short, are read once.
-- Old code: brings files in as before; it never sees a job that takes one out, because it asks for none.
-- Undo: delete the jobs of kind 'export', drop the two tables and the column, and set the checks back.
ALTER TABLE "job"
  ALTER COLUMN "original_id" DROP NOT NULL,
  ADD COLUMN "asked" jsonb, -- which file: ids and codes
  DROP CONSTRAINT "job_kind_check",
  ADD CONSTRAINT "job_kind_check" CHECK ("kind" IN ('import', 'export')),
  DROP CONSTRAINT "job_stage_check",
  ADD CONSTRAINT "job_stage_check" CHECK ("stage" IN ('waiting', 'reading', 'staging', 'writing', 'scanning', 'publishing')),
  ADD CONSTRAINT "job_file_in" CHECK (("kind" = 'import') = ("original_id" IS NOT NULL)),
  ADD CONSTRAINT "job_file_out" CHECK (("kind" = 'export') = ("asked" IS NOT NULL));

-- What a job made, for whoever asked: a file, or why there is none. Both may hold names, so both are sealed, with a key that goes
-- with them.
CREATE TABLE identity."job_file" (
  "study_id" uuid NOT NULL,
  "job_id" uuid NOT NULL,
  "wrapped" bytea NOT NULL, -- the key
  "sealed" bytea NOT NULL, -- what is known of it
  "until" timestamptz NOT NULL,
  PRIMARY KEY ("study_id", "job_id"),
  FOREIGN KEY ("study_id", "job_id") REFERENCES public."job" ("study_id", "id") ON DELETE CASCADE
);
CREATE INDEX "job_file_until" ON identity."job_file" ("until");

-- Its bytes, in parts that are sealed and read one by one.
CREATE TABLE identity."job_part" (
  "study_id" uuid NOT NULL,
  "job_id" uuid NOT NULL,
  "n" int NOT NULL CHECK ("n" > 0),
  "sealed" bytea NOT NULL,
  PRIMARY KEY ("study_id", "job_id", "n"),
  FOREIGN KEY ("study_id", "job_id") REFERENCES identity."job_file" ("study_id", "job_id") ON DELETE CASCADE
);
GRANT SELECT, INSERT, DELETE ON identity."job_file", identity."job_part" TO carthen_app;
