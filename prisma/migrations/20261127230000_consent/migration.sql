-- Why:  agreements have days, and may be taken back: then everything that somebody said is overwritten (docs/spec/consent.md).
-- Lock: "participant" for a moment: four columns, none of which rewrites it. One new table, and functions.
-- Old code: runs as before; participants that it adds have no days.
-- Undo: drop the table, the functions and the columns, and put back revision_sealed() as it was. What was erased stays erased.
ALTER TABLE "participant"
  ADD COLUMN "agreed_on" date,
  ADD COLUMN "agreed_until" date,
  ADD COLUMN "withdrawn_on" date,
  ADD COLUMN "erased" boolean NOT NULL DEFAULT false,
  ADD CHECK (NOT "erased" OR "withdrawn_on" IS NOT NULL);

-- What an erasure found: numbers, days and ids, never words.
CREATE TABLE "erasure" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "participant_id" uuid NOT NULL,
  "found" jsonb NOT NULL,
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "participant_id"),
  FOREIGN KEY ("study_id", "participant_id") REFERENCES "participant" ("study_id", "id") DEFERRABLE
);
GRANT SELECT, INSERT ON "erasure" TO carthen_app;
GRANT DELETE ON "pad" TO carthen_app;

-- A text never changes, but that signs of it are overwritten, each by the same one: by erase_spans() and nobody else.
CREATE OR REPLACE FUNCTION revision_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'revision' AND current_setting('carthen.erasing', true) = OLD."id"::text
    AND ROW(NEW."study_id", NEW."id", NEW."source_id", NEW."n", NEW."length", NEW."by_id", NEW."at", NEW."job_id")
      IS NOT DISTINCT FROM ROW(OLD."study_id", OLD."id", OLD."source_id", OLD."n", OLD."length", OLD."by_id", OLD."at", OLD."job_id")
    -- As a pattern in which the sign stands for any: one pass, however long the text.
    AND OLD."text" LIKE replace(replace(replace(replace(NEW."text", '\', '\\'), '%', '\%'), '_', '\_'), '█', '_')
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a revision never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'revision_sealed';
END $$;

-- Whether something may be erased in a study now: somebody has withdrawn, and not everything of theirs has been erased.
CREATE FUNCTION may_erase(wanted uuid) RETURNS void LANGUAGE plpgsql STABLE SET search_path = public AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "participant" p WHERE p."study_id" = wanted AND p."withdrawn_on" IS NOT NULL AND NOT p."erased"
  ) THEN
    RAISE EXCEPTION 'nobody has withdrawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'may_erase';
  END IF;
END $$;

-- A text with these spans overwritten, sign by sign; lines stay lines. Spans are in order and do not overlap.
CREATE FUNCTION overwritten(said text, starts int[], ends int[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(piece, '' ORDER BY n, part), said) FROM (
    SELECT s.n, 1 AS part, substr(said, lag(s.past, 1, 0) OVER (ORDER BY s.n) + 1, s.first - lag(s.past, 1, 0) OVER (ORDER BY s.n)) AS piece
      FROM unnest(starts, ends) WITH ORDINALITY AS s(first, past, n)
    UNION ALL
    SELECT s.n, 2, regexp_replace(substr(said, s.first + 1, s.past - s.first), '[^\n]', '█', 'g')
      FROM unnest(starts, ends) WITH ORDINALITY AS s(first, past, n)
    UNION ALL
    SELECT cardinality(starts) + 1, 3, substr(said, ends[cardinality(ends)] + 1) WHERE cardinality(starts) > 0
  ) p
$$;

-- Overwrites spans of a text, in code points, with whatever was made of it: the words of its quotes, what is looked for in it,
-- what was found in it.
CREATE FUNCTION erase_spans(wanted uuid, revision uuid, starts int[], ends int[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE remains text; tongue text;
BEGIN
  PERFORM may_erase(wanted);
  SELECT overwritten(r."text", starts, ends) INTO remains FROM "revision" r WHERE r."study_id" = wanted AND r."id" = revision;
  PERFORM set_config('carthen.erasing', revision::text, true);
  UPDATE "revision" r SET "text" = remains, "sha256" = sha256(convert_to(remains, 'UTF8')),
    "astral" = array(SELECT a FROM unnest(r."astral") AS a
      WHERE NOT EXISTS (SELECT FROM unnest(starts, ends) AS s(first, past) WHERE a >= s.first AND a < s.past) ORDER BY a)
    WHERE r."study_id" = wanted AND r."id" = revision;
  PERFORM set_config('carthen.erasing', '', true);
  UPDATE "anchor" a SET "exact" = NULL WHERE a."study_id" = wanted AND a."revision_id" = revision; -- cut again by anchor_verbatim
  DELETE FROM "detection" d WHERE d."study_id" = wanted AND d."revision_id" = revision;
  SELECT w."lang" INTO tongue FROM "turn_words" w WHERE w."study_id" = wanted AND w."revision_id" = revision LIMIT 1;
  DELETE FROM "turn_words" w WHERE w."study_id" = wanted AND w."revision_id" = revision;
  IF tongue IS NOT NULL THEN
    PERFORM fill_words(wanted, ARRAY[revision], tongue);
  END IF;
END $$;

-- Overwrites spans of what somebody wrote.
CREATE FUNCTION erase_phrase(wanted uuid, phrase uuid, starts int[], ends int[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM may_erase(wanted);
  UPDATE "phrase" p SET "words" = overwritten(p."words", starts, ends) WHERE p."study_id" = wanted AND p."id" = phrase;
END $$;

-- Takes away what else was kept of sources: what was asked of a respondent beside questions, and by what a later wave knows them.
CREATE FUNCTION erase_sources(wanted uuid, sources uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM may_erase(wanted);
  DELETE FROM "source_mark" m WHERE m."study_id" = wanted AND m."source_id" = ANY (sources);
  DELETE FROM "source_values" v WHERE v."study_id" = wanted AND v."source_id" = ANY (sources);
END $$;

-- What remains of what a respondent filled in, where it speaks of somebody.
CREATE FUNCTION erase_values(wanted uuid, source uuid, remains jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM may_erase(wanted);
  UPDATE "source_values" v SET "values" = remains WHERE v."study_id" = wanted AND v."source_id" = source;
END $$;

-- Words that no text of a study holds any more are no guess at what somebody meant.
CREATE FUNCTION erase_words(wanted uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM may_erase(wanted);
  WITH held AS MATERIALIZED (
    SELECT DISTINCT l.word FROM "turn_words" w CROSS JOIN LATERAL unnest(tsvector_to_array(w."words")) AS l(word)
      WHERE w."study_id" = wanted
  )
  DELETE FROM "study_word" s WHERE s."study_id" = wanted AND NOT EXISTS (SELECT FROM held WHERE held.word = s."word");
END $$;

-- Destroys keys with all that was sealed with them, and single names besides. The rows stay: the log speaks of their ids.
CREATE FUNCTION erase_names(wanted uuid, subjects uuid[], names uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM may_erase(wanted);
  UPDATE identity."name" n SET "sealed" = '' WHERE n."study_id" = wanted AND (n."subject" = ANY (subjects) OR n."id" = ANY (names));
  DELETE FROM identity."key" k WHERE k."study_id" = wanted AND k."subject" = ANY (subjects);
END $$;

-- Destroys files as they were uploaded, with their keys and what jobs said about them.
CREATE FUNCTION erase_originals(wanted uuid, originals uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM may_erase(wanted);
  UPDATE identity."original" o SET "name" = '', "bytes" = '', "sha256" = '', "size" = 0
    WHERE o."study_id" = wanted AND o."id" = ANY (originals);
  DELETE FROM identity."key" k WHERE k."study_id" = wanted AND k."subject" = ANY (originals);
  DELETE FROM identity."job_plan" p USING "job" j
    WHERE p."study_id" = wanted AND j."study_id" = wanted AND j."id" = p."job_id" AND j."original_id" = ANY (originals);
  UPDATE "job" j SET "result" = NULL, "fault" = NULL WHERE j."study_id" = wanted AND j."original_id" = ANY (originals) AND j."state" <> 'running';
END $$;

-- A file whose name names somebody who has withdrawn is called otherwise.
CREATE FUNCTION erase_file_name(wanted uuid, original uuid, sealed bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM may_erase(wanted);
  UPDATE identity."original" o SET "name" = sealed WHERE o."study_id" = wanted AND o."id" = original;
END $$;

DO $$
DECLARE called text;
BEGIN
  FOREACH called IN ARRAY ARRAY[
    'erase_spans(uuid, uuid, int[], int[])', 'erase_phrase(uuid, uuid, int[], int[])', 'erase_sources(uuid, uuid[])',
    'erase_values(uuid, uuid, jsonb)', 'erase_words(uuid)', 'erase_names(uuid, uuid[], uuid[])', 'erase_originals(uuid, uuid[])',
    'erase_file_name(uuid, uuid, bytea)'
  ] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', called);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO carthen_app', called);
  END LOOP;
END $$;
