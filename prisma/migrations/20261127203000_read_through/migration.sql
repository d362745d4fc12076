-- Why:  every source is read through by a person for what identifies people, and that is kept (docs/spec/identifier.md, I84).
-- Lock: none on what is there; a new table.
-- Old code: runs as before; it does not show who read what.
-- Undo: drop the table; who read what stands in the log.
CREATE TABLE "read_through" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL, -- the source's
  "revision_id" uuid NOT NULL, -- as it stood
  "by_id" uuid NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "id") REFERENCES "source" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "revision_id", "id") REFERENCES "revision" ("study_id", "id", "source_id") DEFERRABLE
);
GRANT SELECT, INSERT, UPDATE ON "read_through" TO carthen_app;
GRANT SELECT ON "read_through" TO carthen_export;
