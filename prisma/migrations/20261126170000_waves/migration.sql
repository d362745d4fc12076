-- Why:  later waves of a survey leave out the responses that are in already (docs/spec/import.md, I101 to I104).
-- Lock: none on what is there; one new table, and the sweep of what was never published knows it too.
-- Old code: still runs; responses that it brings in bear no marks and are not recognised later.
-- Undo: drop "source_mark", and put back sweep_staged() as it was.
CREATE TABLE "source_mark" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "mark" bytea NOT NULL CHECK (octet_length("mark") = 32), -- keyed: says nothing to who has not the installation's secret
  "source_id" uuid NOT NULL,
  PRIMARY KEY ("study_id", "mark", "source_id")
);
CREATE INDEX "source_mark_source" ON "source_mark" ("study_id", "source_id");
GRANT SELECT, INSERT ON "source_mark" TO carthen_app;

CREATE OR REPLACE FUNCTION sweep_staged() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE swept int;
BEGIN
  DELETE FROM "revision" r WHERE r."at" < now() - interval '1 day'
    AND NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = r."study_id" AND s."id" = r."source_id");
  GET DIAGNOSTICS swept = ROW_COUNT;
  DELETE FROM "source_attribute" a
    WHERE NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = a."study_id" AND s."id" = a."source_id")
      AND NOT EXISTS (SELECT FROM "revision" r WHERE r."study_id" = a."study_id" AND r."source_id" = a."source_id");
  DELETE FROM "source_mark" m
    WHERE NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = m."study_id" AND s."id" = m."source_id")
      AND NOT EXISTS (SELECT FROM "revision" r WHERE r."study_id" = m."study_id" AND r."source_id" = m."source_id");
  DELETE FROM identity."original" o WHERE o."at" < now() - interval '1 day'
    AND NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = o."study_id" AND s."original_id" = o."id");
  RETURN swept;
END $$;
