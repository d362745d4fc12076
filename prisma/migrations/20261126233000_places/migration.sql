-- Why:  a person finds the place in a source again in any browser, and what they have not read yet (docs/spec/quote.md, Q14, Q15).
-- Lock: none on what is there; one new table.
-- Old code: still runs; it keeps places in the browser only.
-- Undo: drop "reading_place".
CREATE TABLE "reading_place" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "person_id" uuid NOT NULL REFERENCES "app_user" ("id") ON DELETE CASCADE,
  "source_id" uuid NOT NULL,
  "at_point" int NOT NULL CHECK ("at_point" >= 0), -- code points
  "read" int4multirange NOT NULL DEFAULT '{}', -- code points
  PRIMARY KEY ("study_id", "person_id", "source_id"),
  FOREIGN KEY ("study_id", "source_id") REFERENCES "source" ("study_id", "id") ON DELETE CASCADE DEFERRABLE
);
CREATE INDEX "reading_place_source" ON "reading_place" ("study_id", "source_id");
GRANT SELECT, INSERT, UPDATE, DELETE ON "reading_place" TO carthen_app;
