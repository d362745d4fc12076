-- Why:  what may identify somebody is looked for in every text by itself, after import and after each change of names
--       (docs/spec/identifier.md, I70 and I71).
-- Lock: none on what is there; two new tables and a function.
-- Old code: runs as before; it knows nothing of what was found.
-- Undo: drop both tables and the function. Nothing in them was written by people.

-- What was found in a revision: places and codes, never words.
CREATE TABLE "detection" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "revision_id" uuid NOT NULL,
  "edition" int NOT NULL, -- of the detection that found it
  "found" jsonb NOT NULL, -- without knowing the study's names
  "own" jsonb NOT NULL, -- by knowing them
  PRIMARY KEY ("study_id", "revision_id"),
  FOREIGN KEY ("study_id", "revision_id") REFERENCES "revision" ("study_id", "id") ON DELETE CASCADE
);

-- With which of its names a study's texts were last looked through, and who is at it.
CREATE TABLE "detecting" (
  "study_id" uuid PRIMARY KEY REFERENCES "study" ("id") ON DELETE CASCADE,
  "names" text, -- null: never yet
  "version" int NOT NULL DEFAULT 0, -- grows with everything that is stored of what was found
  "holder" uuid, -- of one process; null: nobody
  "seen_at" timestamptz NOT NULL DEFAULT clock_timestamp() -- the last sign of whoever is at it
);

GRANT SELECT, INSERT, UPDATE, DELETE ON "detection", "detecting" TO carthen_app;

-- Tells one state of a study's organisations and participants from another, by ids alone: names are never changed, only
-- exchanged. Terms are found as they stand and in no other way, so no text is looked through again for them.
CREATE FUNCTION names_mark(wanted_study uuid) RETURNS text LANGUAGE sql STABLE SET search_path = public AS $$
  SELECT md5(coalesce(string_agg(n."mark", ' ' ORDER BY n."mark"), '')) FROM (
    SELECT "id"::text || coalesce("name_id"::text, '') || coalesce("aliases_id"::text, '') AS "mark" FROM "organisation"
      WHERE "study_id" = wanted_study AND NOT "gone"
    UNION ALL SELECT "id"::text || coalesce("name_id"::text, '') FROM "participant"
      WHERE "study_id" = wanted_study AND NOT "gone"
  ) n
$$;
