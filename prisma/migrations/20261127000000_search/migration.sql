-- Why:  search over all that was said in a study (docs/spec/search.md): words as they are looked for, beside the turns.
-- Lock: reads every turn once and writes its words; about a minute for a million turns. Nothing else is rewritten.
-- Old code: still runs; what it stages gets its words when it is published.
-- Undo: drop "turn_words", "study_word", their functions and triggers, the two configurations and the dictionary.

-- Both are "trusted": the owner of a database may make them without being its superuser.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- No stop words: "not enough" is looked for as it was said.
CREATE TEXT SEARCH DICTIONARY carthen_stem (TEMPLATE = snowball, LANGUAGE = english);
CREATE TEXT SEARCH CONFIGURATION carthen_english (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION carthen_english
  ALTER MAPPING FOR asciiword, word, numword WITH unaccent, carthen_stem;
CREATE TEXT SEARCH CONFIGURATION carthen_plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION carthen_plain
  ALTER MAPPING FOR asciiword, word, numword WITH unaccent, simple;

-- A text as words are found in it: one normal form, and blanks for the signs by which PostgreSQL would take words together
-- as an address, a markup or a number, so that "well-being" is two words wherever it is written.
CREATE FUNCTION search_text(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(normalize(said, NFC), '-./@_&<+~', '         ');

-- English is looked for by its stems, every other language as it is written.
CREATE FUNCTION search_words(tongue text, said text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector(CASE WHEN tongue = 'en' OR tongue LIKE 'en-%' THEN 'carthen_english'::regconfig ELSE 'carthen_plain'::regconfig END, search_text(said));

-- What is looked for. Filled from "turn" and "revision", and may be filled again at any time; no backup holds it.
CREATE TABLE "turn_words" (
  "study_id" uuid NOT NULL, -- goes with the turn
  "turn_id" uuid NOT NULL,
  "part" int NOT NULL, -- a turn longer than 20,000 code points has several
  "source_id" uuid NOT NULL,
  "revision_id" uuid NOT NULL,
  "speaker_id" uuid,
  "questions" uuid[] NOT NULL, -- the one that a comment answers; those in whose passages a turn begins
  "lang" text NOT NULL,
  "start_at" int NOT NULL,
  "end_at" int NOT NULL,
  "place" bigint GENERATED ALWAYS AS IDENTITY, -- the order in which texts came in, and within a text its own
  "words" tsvector NOT NULL,
  PRIMARY KEY ("study_id", "turn_id", "part"),
  FOREIGN KEY ("study_id", "turn_id") REFERENCES "turn" ("study_id", "id") ON DELETE CASCADE DEFERRABLE
);
CREATE INDEX "turn_words_place" ON "turn_words" ("study_id", "place");
CREATE INDEX "turn_words_revision" ON "turn_words" ("study_id", "revision_id", "place");

-- Every word of a study, to guess at what somebody meant who mistyped one.
CREATE TABLE "study_word" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "word" text COLLATE "C" NOT NULL,
  PRIMARY KEY ("study_id", "word")
);
CREATE INDEX "study_word_alike" ON "study_word" USING gin ("word" gin_trgm_ops);

-- The questions that a turn answers: its own, and those of the passages in which it begins.
CREATE FUNCTION questions_at(wanted uuid, revision uuid, at int, own uuid) RETURNS uuid[] LANGUAGE sql STABLE
RETURN array_remove(array(
  SELECT own UNION SELECT p."question_id" FROM "passage" p
    WHERE p."study_id" = wanted AND p."revision_id" = revision AND NOT p."gone" AND at >= p."start_at" AND at < p."end_at"
), NULL);
CREATE INDEX "passage_revision" ON "passage" ("study_id", "revision_id");

-- Fills in the words of these revisions, where they are not there in this language yet.
CREATE FUNCTION fill_words(wanted uuid, revisions uuid[], tongue text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public SET plan_cache_mode = force_custom_plan AS $$
DECLARE linked boolean := EXISTS (SELECT FROM "passage" p WHERE p."study_id" = wanted AND p."revision_id" = ANY (revisions));
BEGIN
  DELETE FROM "turn_words" w
    WHERE w."study_id" = wanted AND w."revision_id" = ANY (revisions) AND w."lang" <> tongue;
  -- A slice far inside a long text costs as much as what stands before it: cut in bundles, and from those in turns.
  WITH asked AS (
    SELECT a.id, a.n FROM unnest(revisions) WITH ORDINALITY AS a(id, n)
  ), bundle AS MATERIALIZED (
    SELECT b.*, substr(r."text", b."from" + 1, b."to" - b."from") AS said, r."source_id"
    FROM (
      SELECT t."revision_id", t."n" / 32 AS nth, min(t."start_at") AS "from", max(t."end_at") AS "to"
      FROM asked a JOIN "turn" t ON t."study_id" = wanted AND t."revision_id" = a.id
      GROUP BY t."revision_id", t."n" / 32
    ) b JOIN "revision" r ON r."study_id" = wanted AND r."id" = b."revision_id"
  ), piece AS (
    SELECT t."id", p.part, b."source_id", t."revision_id", t."speaker_id",
      CASE WHEN linked THEN questions_at(wanted, t."revision_id", t."start_at", t."question_id")
        ELSE array_remove(ARRAY[t."question_id"], NULL) END AS questions,
      t."start_at" + p.part * 20000 AS "from", least(t."end_at", t."start_at" + p.part * 20000 + 20100) AS "to",
      b."from" AS base, b.said, a.n AS nth, t."n"
    FROM asked a
    JOIN "turn" t ON t."study_id" = wanted AND t."revision_id" = a.id AND t."end_at" > t."start_at"
    JOIN bundle b ON b."revision_id" = t."revision_id" AND b.nth = t."n" / 32
    CROSS JOIN LATERAL generate_series(0, (t."end_at" - t."start_at" - 1) / 20000) AS p(part)
  )
  INSERT INTO "turn_words" ("study_id", "turn_id", "part", "source_id", "revision_id", "speaker_id", "questions", "lang", "start_at", "end_at", "words")
  SELECT wanted, p."id", p.part, p."source_id", p."revision_id", p."speaker_id", p.questions, tongue, p."from", p."to",
    search_words(tongue, substr(p.said, p."from" - p.base + 1, p."to" - p."from"))
  FROM piece p ORDER BY p.nth, p."n", p.part
  ON CONFLICT DO NOTHING;

  INSERT INTO "study_word" ("study_id", "word")
  SELECT DISTINCT wanted, l.word
  FROM unnest(revisions) AS a(id)
  JOIN "turn_words" w ON w."study_id" = wanted AND w."revision_id" = a.id
  CROSS JOIN LATERAL unnest(tsvector_to_array(w."words")) AS l(word)
  WHERE length(l.word) BETWEEN 3 AND 40
  ON CONFLICT DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION fill_words(uuid, uuid[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fill_words(uuid, uuid[], text) TO carthen_app;

-- Nothing is searched that is not published, and nothing published is forgotten: a text whose words were not filled in while
-- it was staged, or in another language, gets them with its source.
CREATE FUNCTION source_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE portion record;
BEGIN
  FOR portion IN
    SELECT f."study_id", f."lang", array_agg(f."revision_id" ORDER BY f."number") AS revisions FROM fresh f
    WHERE NOT EXISTS (SELECT FROM "turn_words" w
      WHERE w."study_id" = f."study_id" AND w."revision_id" = f."revision_id" AND w."lang" = f."lang")
    GROUP BY 1, 2
  LOOP
    PERFORM fill_words(portion."study_id", portion.revisions, portion."lang");
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "source_words_new" AFTER INSERT ON "source"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION source_words();
CREATE TRIGGER "source_words_set" AFTER UPDATE ON "source"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION source_words();

-- A text that was corrected is looked for as it reads now; its words come back with it where the correction is undone.
CREATE FUNCTION source_words_old() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  DELETE FROM "turn_words" w WHERE w."study_id" = OLD."study_id" AND w."revision_id" = OLD."revision_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "source_words_old" AFTER UPDATE ON "source" FOR EACH ROW
  WHEN (OLD."revision_id" <> NEW."revision_id") EXECUTE FUNCTION source_words_old();

-- Who speaks in a turn and which questions it answers are looked for as well.
CREATE FUNCTION turn_words_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE "turn_words" SET "speaker_id" = NEW."speaker_id",
      "questions" = questions_at(NEW."study_id", NEW."revision_id", NEW."start_at", NEW."question_id")
    WHERE "study_id" = NEW."study_id" AND "turn_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "turn_words_follow" AFTER UPDATE OF "speaker_id", "question_id" ON "turn" FOR EACH ROW
  WHEN (OLD."speaker_id" IS DISTINCT FROM NEW."speaker_id" OR OLD."question_id" IS DISTINCT FROM NEW."question_id")
  EXECUTE FUNCTION turn_words_follow();

CREATE FUNCTION passage_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE place record;
BEGIN
  FOR place IN
    SELECT NEW."revision_id" AS revision, NEW."start_at" AS "from", NEW."end_at" AS "to"
    UNION SELECT OLD."revision_id", OLD."start_at", OLD."end_at" WHERE TG_OP = 'UPDATE'
  LOOP
    UPDATE "turn_words" w SET "questions" = questions_at(t."study_id", t."revision_id", t."start_at", t."question_id")
      FROM "turn" t
      WHERE t."study_id" = NEW."study_id" AND t."revision_id" = place.revision
        AND t."start_at" >= place."from" AND t."start_at" < place."to"
        AND w."study_id" = t."study_id" AND w."turn_id" = t."id"
        AND w."questions" <> questions_at(t."study_id", t."revision_id", t."start_at", t."question_id");
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "passage_words" AFTER INSERT OR UPDATE ON "passage" FOR EACH ROW EXECUTE FUNCTION passage_words();

-- What is there already.
SELECT fill_words(s."study_id", array_agg(s."revision_id" ORDER BY s."number"), s."lang") FROM "source" s GROUP BY s."study_id", s."lang";

-- Without the study: in a large one it would be read through for every word, and a small one is found by its places.
CREATE INDEX "turn_words_words" ON "turn_words" USING gin ("questions", "words");

GRANT SELECT ON "turn_words", "study_word" TO carthen_app;
