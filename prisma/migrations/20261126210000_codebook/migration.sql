-- Why:  a codebook whose tags stand within tags, have an example, and remember what was merged into them and split off
--       (docs/spec/codebook.md, CB1 to CB22).
-- Lock: brief; a nullable column rewrites no rows.
-- Old code: still runs; it never reads the column or the table.
-- Undo: drop "tag_step", the triggers with tag_acyclic(), and the column.
ALTER TABLE "tag"
  ADD COLUMN "example_id" uuid,
  ADD FOREIGN KEY ("study_id", "example_id") REFERENCES "quote" ("study_id", "id") DEFERRABLE;

-- What was merged into a tag, or split off into it, by whom and of how many quotes. Why stands in the wording "note";
-- when, in the id (UUID version 7).
CREATE TABLE "tag_step" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('merge', 'split')),
  "into_id" uuid NOT NULL,
  "from_id" uuid NOT NULL,
  "quotes" int NOT NULL CHECK ("quotes" >= 0),
  "by_id" uuid NOT NULL REFERENCES "app_user" ("id"),
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("into_id" <> "from_id"),
  FOREIGN KEY ("study_id", "into_id") REFERENCES "tag" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "from_id") REFERENCES "tag" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "tag_step_into" ON "tag_step" ("study_id", "into_id");

-- A tag is never its own ancestor. Asked when all has been written: one command moves many tags, row by row.
CREATE FUNCTION tag_acyclic() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE above("id", "parent_id") AS (
      SELECT t."id", t."parent_id" FROM "tag" t
        WHERE t."study_id" = NEW."study_id" AND t."id" = (
          SELECT now."parent_id" FROM "tag" now WHERE now."study_id" = NEW."study_id" AND now."id" = NEW."id")
      UNION
      SELECT t."id", t."parent_id" FROM "tag" t JOIN above a ON t."study_id" = NEW."study_id" AND t."id" = a."parent_id"
    )
    SELECT FROM above WHERE above."id" = NEW."id"
  ) THEN
    RAISE EXCEPTION 'a tag cannot stand within itself' USING ERRCODE = 'check_violation', CONSTRAINT = 'tag_acyclic';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "tag_acyclic_new" AFTER INSERT ON "tag" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."parent_id" IS NOT NULL) EXECUTE FUNCTION tag_acyclic();
CREATE CONSTRAINT TRIGGER "tag_acyclic_moved" AFTER UPDATE ON "tag" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."parent_id" IS NOT NULL AND NEW."parent_id" IS DISTINCT FROM OLD."parent_id")
  EXECUTE FUNCTION tag_acyclic();

GRANT SELECT, INSERT, UPDATE ON "tag_step" TO carthen_app;
GRANT SELECT ON "tag_step" TO carthen_export;
