-- Why:  transcripts are corrected: a source gets another revision, its quotes follow, and what cannot follow waits for a
--       person (docs/spec/correct.md).
-- Lock: brief; new columns have constant defaults or none, and rewrite no rows.
-- Old code: still runs; it reads the current revision only, and writes anchors that the default completes.
-- Undo: drop "correction", sweep_corrections() and the columns.
CREATE TABLE "correction" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "source_id" uuid NOT NULL,
  "n" int NOT NULL CHECK ("n" > 0),
  "was_id" uuid NOT NULL,
  "revision_id" uuid NOT NULL,
  "by_id" uuid NOT NULL REFERENCES "app_user" ("id"),
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "source_id") REFERENCES "source" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "was_id", "source_id") REFERENCES "revision" ("study_id", "id", "source_id") DEFERRABLE,
  FOREIGN KEY ("study_id", "revision_id", "source_id") REFERENCES "revision" ("study_id", "id", "source_id") DEFERRABLE
);
CREATE INDEX "correction_source" ON "correction" ("study_id", "source_id");
CREATE INDEX "revision_source" ON "revision" ("study_id", "source_id");
GRANT SELECT, INSERT, UPDATE ON "correction" TO carthen_app;
GRANT SELECT ON "correction" TO carthen_export;

-- Whether a correction has touched the quote and a person has yet to look: 'changed'. 'kept': its words are gone from the
-- text, and a person decided that it stays with the words that it had.
ALTER TABLE "anchor" ADD COLUMN "state" text NOT NULL DEFAULT 'sound' CHECK ("state" IN ('sound', 'changed', 'kept'));

-- The turn that a corrected one was in the first revision: by it turns are known again. Null: itself.
ALTER TABLE "turn" ADD COLUMN "line_id" uuid;

-- Takes away revisions of a source that were staged for a correction and never read, a day after.
CREATE FUNCTION sweep_corrections(study uuid, source uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE swept int;
BEGIN
  DELETE FROM "revision" r WHERE r."study_id" = study AND r."source_id" = source
    AND r."n" > 1 AND r."at" < now() - interval '1 day'
    AND NOT EXISTS (SELECT FROM "correction" c WHERE c."study_id" = study AND c."source_id" = source
      AND r."id" IN (c."revision_id", c."was_id"));
  GET DIAGNOSTICS swept = ROW_COUNT;
  RETURN swept;
END $$;
REVOKE ALL ON FUNCTION sweep_corrections(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sweep_corrections(uuid, uuid) TO carthen_app;
