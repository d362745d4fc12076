-- Why:  large files come in as jobs that people see and can cancel (docs/spec/jobs.md); what a survey knows of respondents
--       is a row for each response instead of one for each value, with what kind of values they are (docs/spec/import.md,
--       I105 to I112). Thirty thousand responses of 150 columns were four million rows.
-- Lock: "source_attribute" is read once and replaced: seconds where a large survey is in it.
-- Old code: reads go on, "source_attribute" being a view; it brings no survey in any more, and says that it failed.
-- Undo: fill a table "source_attribute" from the view; drop "job", "attribute", "source_values" and the columns.

-- ── What a survey knows of respondents besides the comments ────────────────────────────────────────────────────

-- A column of surveys: its heading, and what kind of values it holds. The same heading in a later wave is the same
-- attribute, unless its values are of another kind.
CREATE TABLE "attribute" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "number" int NOT NULL CHECK ("number" > 0),
  "name" text NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('number', 'date', 'yes-no', 'choice', 'choices', 'text')),
  "nth" int NOT NULL CHECK ("nth" > 0), -- which of the columns of one file that bear the same heading
  PRIMARY KEY ("study_id", "number")
);
CREATE UNIQUE INDEX "attribute_column" ON "attribute" ("study_id", md5("name"), "kind", "nth"); -- headings may be longer than a key

CREATE TABLE "source_values" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "source_id" uuid NOT NULL,
  "values" jsonb NOT NULL, -- by the attribute's number
  "unfinished" boolean NOT NULL DEFAULT false, -- the respondent never sent the survey off
  PRIMARY KEY ("study_id", "source_id")
);

INSERT INTO "attribute" ("study_id", "number", "name", "kind", "nth")
SELECT c."study_id", row_number() OVER (PARTITION BY c."study_id" ORDER BY c."first", c."name", c."nth"), c."name", 'text', c."nth"
FROM (
  SELECT a."study_id", a."name", a."nth", min(a."n") AS "first"
  FROM (
    SELECT "study_id", "n", "name",
      row_number() OVER (PARTITION BY "study_id", "source_id", "name" ORDER BY "n") AS "nth"
    FROM "source_attribute"
  ) a GROUP BY 1, 2, 3
) c;
INSERT INTO "source_values" ("study_id", "source_id", "values")
SELECT v."study_id", v."source_id", jsonb_object_agg(a."number", v."value")
FROM (
  SELECT "study_id", "source_id", "name", "value",
    row_number() OVER (PARTITION BY "study_id", "source_id", "name" ORDER BY "n") AS "nth"
  FROM "source_attribute"
) v
JOIN "attribute" a ON a."study_id" = v."study_id" AND a."name" = v."name" AND a."nth" = v."nth"
GROUP BY 1, 2;

DROP TABLE "source_attribute";
CREATE VIEW "source_attribute" AS
SELECT v."study_id", v."source_id", a."number" AS "n", a."name", e."value", a."kind"
FROM "source_values" v
CROSS JOIN LATERAL jsonb_each_text(v."values") AS e("key", "value")
JOIN "attribute" a ON a."study_id" = v."study_id" AND a."number" = e."key"::int;

GRANT SELECT, INSERT ON "attribute", "source_values" TO carthen_app;
GRANT SELECT ON "source_attribute" TO carthen_app, carthen_export;
GRANT SELECT ON "attribute", "source_values" TO carthen_export;

-- ── Staging ────────────────────────────────────────────────────────────────────────────────────────────────────

-- Turns only name the question that they answer, as they only name who speaks: both are published with the source.
ALTER TABLE "turn" DROP CONSTRAINT "turn_study_id_question_id_fkey";

-- Whose work a staged text is, so that it can be taken away where that comes to nothing.
ALTER TABLE "revision" ADD COLUMN "job_id" uuid;
CREATE INDEX "revision_job" ON "revision" ("study_id", "job_id") WHERE "job_id" IS NOT NULL;

-- ── Jobs ───────────────────────────────────────────────────────────────────────────────────────────────────────

-- Long work as people see it: ids, codes and numbers, never words.
CREATE TABLE "job" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('import')),
  "by_id" uuid NOT NULL REFERENCES "app_user" ("id"),
  "state" text NOT NULL DEFAULT 'queued' CHECK ("state" IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  "stage" text NOT NULL DEFAULT 'waiting' CHECK ("stage" IN ('waiting', 'reading', 'staging', 'publishing')),
  "done" int NOT NULL DEFAULT 0,
  "total" int, -- null: not known yet
  "attempt" int NOT NULL DEFAULT 0, -- who works on it says which attempt theirs is; an earlier one may change nothing any more
  "original_id" uuid NOT NULL, -- the file
  "result" jsonb,
  "fault" jsonb, -- a code, and numbers for its sentence
  "swept" boolean NOT NULL DEFAULT false, -- nothing is left of what came to nothing
  "created_at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  "started_at" timestamptz,
  "seen_at" timestamptz NOT NULL DEFAULT clock_timestamp(), -- the last sign of whoever works on it
  "finished_at" timestamptz,
  PRIMARY KEY ("study_id", "id"),
  CHECK (("finished_at" IS NULL) = ("state" IN ('queued', 'running')))
);
CREATE INDEX "job_going" ON "job" ("seen_at") WHERE "state" IN ('queued', 'running');
CREATE INDEX "job_unswept" ON "job" ("finished_at") WHERE "state" IN ('failed', 'cancelled') AND NOT "swept";

-- What a person decided in the preview, with words in it: sealed with the file's own key, gone when the job has ended.
CREATE TABLE identity."job_plan" (
  "study_id" uuid NOT NULL,
  "job_id" uuid NOT NULL,
  "sealed" bytea NOT NULL,
  PRIMARY KEY ("study_id", "job_id"),
  FOREIGN KEY ("study_id", "job_id") REFERENCES public."job" ("study_id", "id") ON DELETE CASCADE
);

GRANT SELECT, INSERT, UPDATE ON "job" TO carthen_app;
GRANT SELECT, INSERT, DELETE ON identity."job_plan" TO carthen_app;

-- Takes away what a job staged that has come to nothing: texts, values, marks, the file and its key. What a source was
-- published from stays, whatever a job's state says.
CREATE FUNCTION sweep_job(wanted_study uuid, wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  file uuid;
  lost uuid[];
BEGIN
  SELECT "original_id" INTO file FROM "job"
    WHERE "study_id" = wanted_study AND "id" = wanted AND "state" IN ('failed', 'cancelled') AND NOT "swept" FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  SELECT coalesce(array_agg(r."source_id"), '{}') INTO lost FROM "revision" r
    WHERE r."study_id" = wanted_study AND r."job_id" = wanted
      AND NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = r."study_id" AND s."id" = r."source_id");
  DELETE FROM "source_values" WHERE "study_id" = wanted_study AND "source_id" = ANY(lost);
  DELETE FROM "source_mark" WHERE "study_id" = wanted_study AND "source_id" = ANY(lost);
  DELETE FROM "revision" WHERE "study_id" = wanted_study AND "job_id" = wanted AND "source_id" = ANY(lost);
  IF NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = wanted_study AND s."original_id" = file)
    AND NOT EXISTS (SELECT FROM "job" j WHERE j."study_id" = wanted_study AND j."original_id" = file AND j."id" <> wanted)
  THEN
    DELETE FROM identity."original" WHERE "study_id" = wanted_study AND "id" = file;
    DELETE FROM identity."key" WHERE "study_id" = wanted_study AND "subject" = file;
  END IF;
  -- Headings that nobody's values stand under, and nobody is just bringing any.
  IF NOT EXISTS (SELECT FROM "job" j WHERE j."study_id" = wanted_study AND j."state" IN ('queued', 'running')) THEN
    DELETE FROM "attribute" a WHERE a."study_id" = wanted_study AND NOT EXISTS (
      SELECT FROM "source_values" v WHERE v."study_id" = wanted_study AND v."values" ? a."number"::text);
  END IF;
  DELETE FROM identity."job_plan" WHERE "study_id" = wanted_study AND "job_id" = wanted;
  UPDATE "job" SET "swept" = true WHERE "study_id" = wanted_study AND "id" = wanted;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION sweep_job(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sweep_job(uuid, uuid) TO carthen_app;

-- Texts that were staged without a job and never published, a day after.
CREATE OR REPLACE FUNCTION sweep_staged() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE swept int;
BEGIN
  DELETE FROM "revision" r WHERE r."job_id" IS NULL AND r."at" < now() - interval '1 day'
    AND NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = r."study_id" AND s."id" = r."source_id");
  GET DIAGNOSTICS swept = ROW_COUNT;
  DELETE FROM "source_values" v
    WHERE NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = v."study_id" AND s."id" = v."source_id")
      AND NOT EXISTS (SELECT FROM "revision" r WHERE r."study_id" = v."study_id" AND r."source_id" = v."source_id");
  DELETE FROM "source_mark" m
    WHERE NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = m."study_id" AND s."id" = m."source_id")
      AND NOT EXISTS (SELECT FROM "revision" r WHERE r."study_id" = m."study_id" AND r."source_id" = m."source_id");
  DELETE FROM identity."original" o WHERE o."at" < now() - interval '1 day'
    AND NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = o."study_id" AND s."original_id" = o."id")
    AND NOT EXISTS (SELECT FROM "job" j WHERE j."study_id" = o."study_id" AND j."original_id" = o."id" AND j."state" IN ('queued', 'running'));
  RETURN swept;
END $$;
