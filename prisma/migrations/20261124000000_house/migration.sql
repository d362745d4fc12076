-- Why:  the first house: every noun of the design, keyed by study (docs/decisions/rows-and-changes.md).
-- Lock: none; nothing is there yet.
-- Old code: there is none.
-- Undo: drop schemas public and identity.

-- Roles belong to the whole cluster: another database of it may have made them, even at this moment.
DO $$
DECLARE wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['carthen_app', 'carthen_export', 'carthen_identity'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
    IF NOT pg_has_role(current_user, wanted, 'MEMBER') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
    END IF;
  END LOOP;
END $$;

CREATE SCHEMA identity;
REVOKE ALL ON SCHEMA identity FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO carthen_app, carthen_export, carthen_identity;
GRANT USAGE ON SCHEMA identity TO carthen_app, carthen_identity;

-- ── The installation ─────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE "setting" (
  "key" text PRIMARY KEY,
  "value" jsonb NOT NULL
);

CREATE TABLE "app_user" (
  "id" uuid PRIMARY KEY,
  "email" text NOT NULL,
  "name" text NOT NULL CHECK (length("name") BETWEEN 1 AND 200),
  "locale" text NOT NULL DEFAULT 'en' CHECK ("locale" IN ('en', 'cy')),
  "password_hash" text, -- null: cannot sign in (the seed's author)
  "installer" boolean NOT NULL DEFAULT false, -- may make accounts' one-time links for the whole installation
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "disabled_at" timestamptz
);
CREATE UNIQUE INDEX "app_user_email" ON "app_user" (lower("email"));

CREATE TABLE "session" (
  "id" uuid PRIMARY KEY,
  "user_id" uuid NOT NULL REFERENCES "app_user" ("id") ON DELETE CASCADE,
  "agent" text NOT NULL DEFAULT '',
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "seen_at" timestamptz NOT NULL DEFAULT now(),
  "expires_at" timestamptz NOT NULL,
  "ended_at" timestamptz
);
CREATE INDEX "session_user" ON "session" ("user_id", "created_at");

-- ── Studies ──────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE "study" (
  "id" uuid PRIMARY KEY,
  "study_id" uuid NOT NULL CHECK ("study_id" = "id"), -- so that every table is keyed alike
  "lang" text NOT NULL DEFAULT 'en',
  "archived" boolean NOT NULL DEFAULT false,
  "trashed" boolean NOT NULL DEFAULT false,
  "gone" boolean NOT NULL DEFAULT false,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  UNIQUE ("study_id", "id")
);

CREATE TABLE "one_time_link" (
  "id" uuid PRIMARY KEY,
  "kind" text NOT NULL CHECK ("kind" IN ('invite', 'reset')),
  "token_hash" bytea NOT NULL UNIQUE, -- SHA-256; the token itself is shown once and kept nowhere
  "study_id" uuid REFERENCES "study" ("id") ON DELETE CASCADE,
  "role" text,
  "user_id" uuid REFERENCES "app_user" ("id") ON DELETE CASCADE,
  "created_by" uuid REFERENCES "app_user" ("id") ON DELETE SET NULL,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "expires_at" timestamptz NOT NULL,
  "used_at" timestamptz,
  CHECK ("kind" <> 'invite' OR ("study_id" IS NOT NULL AND "role" IS NOT NULL)),
  CHECK ("kind" <> 'reset' OR "user_id" IS NOT NULL)
);

-- One narrow row for each study is what orders its writes; a low fill factor keeps its updates in place.
CREATE TABLE "study_clock" (
  "study_id" uuid PRIMARY KEY REFERENCES "study" ("id") ON DELETE CASCADE,
  "seq" bigint NOT NULL DEFAULT 0,
  "epoch" uuid NOT NULL DEFAULT gen_random_uuid()
) WITH (fillfactor = 50);

CREATE TABLE "event" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "seq" bigint NOT NULL CHECK ("seq" > 0),
  "cmd_id" uuid NOT NULL,
  "actor_id" uuid NOT NULL,
  "kind" text NOT NULL,
  "version" int NOT NULL DEFAULT 1,
  "mode" text NOT NULL DEFAULT 'do' CHECK ("mode" IN ('do', 'undo', 'redo')),
  "target" bigint, -- the event that an undo or redo takes back
  "payload" jsonb NOT NULL,
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "seq"),
  UNIQUE ("study_id", "cmd_id"),
  CHECK (("mode" = 'do') = ("target" IS NULL))
);
CREATE UNIQUE INDEX "event_target" ON "event" ("study_id", "target") WHERE "target" IS NOT NULL;
CREATE INDEX "event_actor" ON "event" ("study_id", "actor_id", "seq");

CREATE TABLE "receipt" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "cmd_id" uuid NOT NULL,
  "person_id" uuid NOT NULL,
  "outcome" jsonb NOT NULL, -- {"seq": n} | {"refused": code, …} | {"same": true}
  "seq" bigint,
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "cmd_id")
);

CREATE TABLE "phrase" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "lang" text NOT NULL,
  "words" text NOT NULL CHECK (length("words") BETWEEN 1 AND 100000),
  "by_id" uuid NOT NULL,
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "id")
);

-- ── Identity: real names, contacts, file names, original files. Sealed with a key for each subject ──────────────

CREATE TABLE identity."key" (
  "study_id" uuid NOT NULL REFERENCES public."study" ("id") ON DELETE CASCADE,
  "subject" uuid NOT NULL,
  "wrapped" bytea NOT NULL,
  PRIMARY KEY ("study_id", "subject")
);

CREATE TABLE identity."name" (
  "study_id" uuid NOT NULL REFERENCES public."study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "subject" uuid NOT NULL,
  "field" text NOT NULL,
  "sealed" bytea NOT NULL,
  "by_id" uuid NOT NULL,
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "id")
);
CREATE INDEX "name_subject" ON identity."name" ("study_id", "subject");

CREATE TABLE identity."original" (
  "study_id" uuid NOT NULL REFERENCES public."study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "name" bytea NOT NULL, -- sealed: file names name people
  "type" text NOT NULL,
  "size" int NOT NULL,
  "sha256" bytea NOT NULL, -- of the bytes as uploaded
  "bytes" bytea NOT NULL, -- sealed with the original's own key
  "by_id" uuid NOT NULL,
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "id")
);
CREATE INDEX "original_sha256" ON identity."original" ("study_id", "sha256");

-- ── Rows by noun ──────────────────────────────────────────────────────────────────────────────────────────────
-- Foreign keys are deferrable only so that a whole study can be deleted; everywhere else they hold at once.

CREATE TABLE "membership" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL REFERENCES "app_user" ("id"), -- the person
  "role" text NOT NULL CHECK ("role" IN ('owner', 'analyst', 'observer')),
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id")
);
CREATE INDEX "membership_person" ON "membership" ("id") WHERE NOT "gone";

CREATE TABLE "organisation" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "number" int NOT NULL,
  "kind" text NOT NULL,
  "region" text,
  "named" boolean NOT NULL,
  "named_on" date,
  "name_id" uuid,
  "aliases_id" uuid,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  UNIQUE ("study_id", "number"),
  FOREIGN KEY ("study_id", "name_id") REFERENCES identity."name" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "aliases_id") REFERENCES identity."name" ("study_id", "id") DEFERRABLE
);

CREATE TABLE "participant" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "number" int NOT NULL,
  "organisation_id" uuid,
  "seniority" text,
  "consent" text NOT NULL,
  "name_id" uuid,
  "contact_id" uuid,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  UNIQUE ("study_id", "number"),
  FOREIGN KEY ("study_id", "organisation_id") REFERENCES "organisation" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "name_id") REFERENCES identity."name" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "contact_id") REFERENCES identity."name" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "participant_organisation" ON "participant" ("study_id", "organisation_id");

CREATE TABLE "question" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "ord" text COLLATE "C" NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id")
);

CREATE TABLE "guide" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "kind" text NOT NULL,
  "minutes" int,
  "ord" text COLLATE "C" NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id")
);

CREATE TABLE "guide_question" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL,
  "guide_id" uuid NOT NULL,
  "question_id" uuid NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("id" = "guide_id"::text || '/' || "question_id"::text),
  FOREIGN KEY ("study_id", "guide_id") REFERENCES "guide" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "question_id") REFERENCES "question" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "guide_question_guide" ON "guide_question" ("study_id", "guide_id");
CREATE INDEX "guide_question_question" ON "guide_question" ("study_id", "question_id");

-- A revision is staged before the source that it belongs to is published, so it only names it;
-- the source's own key then holds the two together.
CREATE TABLE "revision" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "source_id" uuid NOT NULL,
  "n" int NOT NULL DEFAULT 1,
  "text" text NOT NULL,
  "length" int NOT NULL, -- code points
  "astral" int[] NOT NULL, -- code-point offsets of the characters that are two units in UTF-16
  "sha256" bytea NOT NULL, -- of the text in UTF-8
  "by_id" uuid NOT NULL,
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "id"),
  UNIQUE ("study_id", "id", "source_id"),
  CHECK ("length" = char_length("text"))
);
-- Slices are cut from it all the time: stored plain, a slice does not unpack the whole.
ALTER TABLE "revision" ALTER COLUMN "text" SET STORAGE EXTERNAL;

CREATE TABLE "source" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "number" int NOT NULL,
  "kind" text NOT NULL CHECK ("kind" IN ('interview', 'survey', 'note', 'document')),
  "revision_id" uuid NOT NULL,
  "title_id" uuid,
  "organisation_id" uuid,
  "participant_id" uuid,
  "guide_id" uuid,
  "held_on" date,
  "minutes" int,
  "lang" text NOT NULL,
  "original_id" uuid,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  UNIQUE ("study_id", "number"),
  FOREIGN KEY ("study_id", "revision_id", "id") REFERENCES "revision" ("study_id", "id", "source_id") DEFERRABLE,
  FOREIGN KEY ("study_id", "title_id") REFERENCES identity."name" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "organisation_id") REFERENCES "organisation" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "participant_id") REFERENCES "participant" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "guide_id") REFERENCES "guide" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "original_id") REFERENCES identity."original" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "source_organisation" ON "source" ("study_id", "organisation_id");
CREATE INDEX "source_participant" ON "source" ("study_id", "participant_id");
CREATE INDEX "source_guide" ON "source" ("study_id", "guide_id");

-- What a survey knows of a respondent besides the comments; staged with the response.
CREATE TABLE "source_attribute" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "source_id" uuid NOT NULL,
  "n" int NOT NULL,
  "name" text NOT NULL,
  "value" text NOT NULL,
  PRIMARY KEY ("study_id", "source_id", "n")
);

CREATE TABLE "speaker" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "source_id" uuid NOT NULL,
  "number" int NOT NULL,
  "label_id" uuid,
  "participant_id" uuid,
  "interviewer" boolean NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "source_id") REFERENCES "source" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "label_id") REFERENCES identity."name" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "participant_id") REFERENCES "participant" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "speaker_source" ON "speaker" ("study_id", "source_id");
CREATE INDEX "speaker_participant" ON "speaker" ("study_id", "participant_id");

-- Turns are staged with their revision; the speakers they name are published with the source.
CREATE TABLE "turn" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "revision_id" uuid NOT NULL,
  "n" int NOT NULL,
  "start_at" int NOT NULL,
  "end_at" int NOT NULL,
  "speaker_id" uuid,
  "start_ms" int,
  "end_ms" int,
  "question_id" uuid,
  PRIMARY KEY ("study_id", "id"),
  UNIQUE ("study_id", "revision_id", "n"),
  CHECK (0 <= "start_at" AND "start_at" <= "end_at"),
  FOREIGN KEY ("study_id", "revision_id") REFERENCES "revision" ("study_id", "id") ON DELETE CASCADE DEFERRABLE,
  FOREIGN KEY ("study_id", "question_id") REFERENCES "question" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "turn_place" ON "turn" ("study_id", "revision_id", "start_at");

CREATE TABLE "quote" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "source_id" uuid NOT NULL,
  "by_id" uuid NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "source_id") REFERENCES "source" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "quote_source" ON "quote" ("study_id", "source_id");

CREATE TABLE "anchor" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL,
  "quote_id" uuid NOT NULL,
  "revision_id" uuid NOT NULL,
  "start_at" int NOT NULL,
  "end_at" int NOT NULL,
  "exact" text NOT NULL, -- filled and checked by the trigger below
  "turn_id" uuid NOT NULL,
  "speaker_id" uuid,
  "question_id" uuid,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("id" = "quote_id"::text || '/' || "revision_id"::text),
  CHECK (0 <= "start_at" AND "start_at" < "end_at"),
  FOREIGN KEY ("study_id", "quote_id") REFERENCES "quote" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "revision_id") REFERENCES "revision" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "turn_id") REFERENCES "turn" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "speaker_id") REFERENCES "speaker" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "question_id") REFERENCES "question" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "anchor_quote" ON "anchor" ("study_id", "quote_id");
CREATE INDEX "anchor_revision" ON "anchor" ("study_id", "revision_id", "start_at");
CREATE INDEX "anchor_question" ON "anchor" ("study_id", "question_id");
CREATE INDEX "anchor_speaker" ON "anchor" ("study_id", "speaker_id");

CREATE TABLE "tag" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "parent_id" uuid,
  "hue" int,
  "ord" text COLLATE "C" NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("parent_id" <> "id"),
  FOREIGN KEY ("study_id", "parent_id") REFERENCES "tag" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "tag_parent" ON "tag" ("study_id", "parent_id");

CREATE TABLE "tagging" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL,
  "quote_id" uuid NOT NULL,
  "tag_id" uuid NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("id" = "quote_id"::text || '/' || "tag_id"::text),
  FOREIGN KEY ("study_id", "quote_id") REFERENCES "quote" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "tag_id") REFERENCES "tag" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "tagging_quote" ON "tagging" ("study_id", "quote_id");
CREATE INDEX "tagging_tag" ON "tagging" ("study_id", "tag_id");

CREATE TABLE "insight" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "by_id" uuid NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id")
);

CREATE TABLE "memo" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "subject" text NOT NULL,
  "parent_id" uuid,
  "by_id" uuid NOT NULL,
  "resolved" boolean NOT NULL DEFAULT false,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("parent_id" <> "id"),
  FOREIGN KEY ("study_id", "parent_id") REFERENCES "memo" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "memo_subject" ON "memo" ("study_id", "subject");
CREATE INDEX "memo_parent" ON "memo" ("study_id", "parent_id");

CREATE TABLE "board" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "analysis" boolean NOT NULL,
  "ord" text COLLATE "C" NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id")
);
CREATE UNIQUE INDEX "board_analysis" ON "board" ("study_id") WHERE "analysis" AND NOT "gone";

CREATE TABLE "theme" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "board_id" uuid NOT NULL,
  "parent_id" uuid,
  "ord" text COLLATE "C" NOT NULL, -- "C": byte order, as the code compares
  "x" int NOT NULL,
  "y" int NOT NULL,
  "w" int NOT NULL CHECK ("w" > 0),
  "h" int NOT NULL CHECK ("h" > 0),
  "hue" int NOT NULL CHECK ("hue" BETWEEN 1 AND 10),
  "status" text NOT NULL,
  "locked" boolean NOT NULL DEFAULT false,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  UNIQUE ("study_id", "board_id", "id"),
  CHECK ("parent_id" <> "id"),
  FOREIGN KEY ("study_id", "board_id") REFERENCES "board" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "board_id", "parent_id") REFERENCES "theme" ("study_id", "board_id", "id") DEFERRABLE
);
CREATE INDEX "theme_parent" ON "theme" ("study_id", "parent_id");

-- A card lies in at most one theme, and that theme is on the card's own board.
CREATE TABLE "card" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "board_id" uuid NOT NULL,
  "quote_id" uuid,
  "insight_id" uuid,
  "theme_id" uuid,
  "x" int NOT NULL,
  "y" int NOT NULL,
  "ord" text COLLATE "C" NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK (num_nonnulls("quote_id", "insight_id") = 1),
  FOREIGN KEY ("study_id", "board_id") REFERENCES "board" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "quote_id") REFERENCES "quote" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "insight_id") REFERENCES "insight" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "board_id", "theme_id") REFERENCES "theme" ("study_id", "board_id", "id") DEFERRABLE
);
CREATE INDEX "card_place" ON "card" ("study_id", "board_id", "theme_id", "ord");
CREATE INDEX "card_theme" ON "card" ("study_id", "theme_id");
CREATE INDEX "card_quote" ON "card" ("study_id", "quote_id");
CREATE INDEX "card_insight" ON "card" ("study_id", "insight_id");

CREATE TABLE "finding" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "status" text NOT NULL,
  "ord" text COLLATE "C" NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id")
);

CREATE TABLE "finding_theme" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL,
  "finding_id" uuid NOT NULL,
  "theme_id" uuid NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("id" = "finding_id"::text || '/' || "theme_id"::text),
  FOREIGN KEY ("study_id", "finding_id") REFERENCES "finding" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "theme_id") REFERENCES "theme" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "finding_theme_finding" ON "finding_theme" ("study_id", "finding_id");
CREATE INDEX "finding_theme_theme" ON "finding_theme" ("study_id", "theme_id");

CREATE TABLE "evidence" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL,
  "finding_id" uuid NOT NULL,
  "quote_id" uuid NOT NULL,
  "stance" text NOT NULL,
  "ord" text COLLATE "C" NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("id" = "finding_id"::text || '/' || "quote_id"::text),
  FOREIGN KEY ("study_id", "finding_id") REFERENCES "finding" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "quote_id") REFERENCES "quote" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "evidence_finding" ON "evidence" ("study_id", "finding_id");
CREATE INDEX "evidence_quote" ON "evidence" ("study_id", "quote_id");

CREATE TABLE "identifier" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "kind" text NOT NULL,
  "term_id" uuid,
  "decision" text,
  "replacement_id" uuid,
  "replacement_cy_id" uuid,
  "reason_id" uuid,
  "by_id" uuid,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "term_id") REFERENCES identity."name" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "replacement_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "replacement_cy_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "reason_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE
);

-- One place where an identifier stands in a revision.
CREATE TABLE "mention" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "identifier_id" uuid NOT NULL,
  "revision_id" uuid NOT NULL,
  "start_at" int NOT NULL,
  "end_at" int NOT NULL,
  PRIMARY KEY ("study_id", "id"),
  CHECK (0 <= "start_at" AND "start_at" < "end_at"),
  FOREIGN KEY ("study_id", "revision_id") REFERENCES "revision" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "mention_place" ON "mention" ("study_id", "revision_id", "start_at");
CREATE INDEX "mention_identifier" ON "mention" ("study_id", "identifier_id");

CREATE TABLE "wording" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL,
  "subject" uuid NOT NULL,
  "field" text NOT NULL,
  "lang" text NOT NULL,
  "phrase_id" uuid,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("id" = "subject"::text || '/' || "field" || '/' || "lang"),
  FOREIGN KEY ("study_id", "phrase_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "wording_subject" ON "wording" ("study_id", "subject");

-- What left the study: who took it, when, and the SHA-256 of the bytes.
CREATE TABLE "export" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "format" text NOT NULL,
  "lang" text NOT NULL,
  "size" int NOT NULL,
  "sha256" bytea NOT NULL,
  "seq" bigint NOT NULL, -- the state of the study that it shows
  "by_id" uuid NOT NULL,
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "id")
);

-- ── What the database itself refuses ───────────────────────────────────────────────────────────────────────────

-- A quote is an exact slice of its source's text, or it is not saved.
CREATE FUNCTION anchor_verbatim() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE slice text; owner uuid; quoted uuid;
BEGIN
  SELECT substr(r."text", NEW."start_at" + 1, NEW."end_at" - NEW."start_at"), r."source_id" INTO slice, owner
    FROM "revision" r WHERE r."study_id" = NEW."study_id" AND r."id" = NEW."revision_id";
  SELECT q."source_id" INTO quoted FROM "quote" q WHERE q."study_id" = NEW."study_id" AND q."id" = NEW."quote_id";
  IF slice IS NULL OR char_length(slice) <> NEW."end_at" - NEW."start_at" THEN
    RAISE EXCEPTION 'quote lies outside its text' USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_verbatim';
  END IF;
  IF owner IS DISTINCT FROM quoted THEN
    RAISE EXCEPTION 'quote and text belong to different sources' USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_verbatim';
  END IF;
  IF NEW."exact" IS NULL THEN
    NEW."exact" := slice;
  ELSIF NEW."exact" <> slice COLLATE "C" THEN
    RAISE EXCEPTION 'quote is not verbatim' USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_verbatim';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "anchor_verbatim" BEFORE INSERT OR UPDATE ON "anchor"
  FOR EACH ROW EXECUTE FUNCTION anchor_verbatim();

-- A text never changes, nor do the turns cut in it.
CREATE FUNCTION revision_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a revision never changes' USING ERRCODE = 'check_violation', CONSTRAINT = 'revision_sealed';
END $$;
CREATE TRIGGER "revision_sealed" BEFORE UPDATE ON "revision"
  FOR EACH ROW EXECUTE FUNCTION revision_sealed();
CREATE TRIGGER "turn_sealed" BEFORE UPDATE OF "revision_id", "n", "start_at", "end_at" ON "turn"
  FOR EACH ROW EXECUTE FUNCTION revision_sealed();

-- A theme is never its own ancestor.
CREATE FUNCTION theme_acyclic() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE above("id", "parent_id") AS (
      SELECT t."id", t."parent_id" FROM "theme" t WHERE t."study_id" = NEW."study_id" AND t."id" = NEW."parent_id"
      UNION
      SELECT t."id", t."parent_id" FROM "theme" t JOIN above a ON t."study_id" = NEW."study_id" AND t."id" = a."parent_id"
    )
    SELECT FROM above WHERE above."id" = NEW."id"
  ) THEN
    RAISE EXCEPTION 'a theme cannot stand within itself' USING ERRCODE = 'check_violation', CONSTRAINT = 'theme_acyclic';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "theme_acyclic_new" AFTER INSERT ON "theme"
  FOR EACH ROW WHEN (NEW."parent_id" IS NOT NULL) EXECUTE FUNCTION theme_acyclic();
CREATE TRIGGER "theme_acyclic_moved" AFTER UPDATE ON "theme"
  FOR EACH ROW WHEN (NEW."parent_id" IS NOT NULL AND NEW."parent_id" IS DISTINCT FROM OLD."parent_id")
  EXECUTE FUNCTION theme_acyclic();

-- Deletes a study that lies in the trash, with all that belongs to it. The app's role may not delete events itself.
CREATE FUNCTION erase_study(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  SET CONSTRAINTS ALL DEFERRED;
  DELETE FROM "study" WHERE "id" = wanted AND "trashed";
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION erase_study(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_study(uuid) TO carthen_app;

-- Takes away texts that were staged and never published, a day after.
CREATE FUNCTION sweep_staged() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE swept int;
BEGIN
  DELETE FROM "revision" r WHERE r."at" < now() - interval '1 day'
    AND NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = r."study_id" AND s."id" = r."source_id");
  GET DIAGNOSTICS swept = ROW_COUNT;
  DELETE FROM "source_attribute" a
    WHERE NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = a."study_id" AND s."id" = a."source_id")
      AND NOT EXISTS (SELECT FROM "revision" r WHERE r."study_id" = a."study_id" AND r."source_id" = a."source_id");
  DELETE FROM identity."original" o WHERE o."at" < now() - interval '1 day'
    AND NOT EXISTS (SELECT FROM "source" s WHERE s."study_id" = o."study_id" AND s."original_id" = o."id");
  RETURN swept;
END $$;
REVOKE ALL ON FUNCTION sweep_staged() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sweep_staged() TO carthen_app;

-- ── Who may ────────────────────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT, UPDATE, DELETE ON "setting", "app_user", "session", "one_time_link" TO carthen_app;
GRANT SELECT, INSERT, UPDATE ON "study", "study_clock" TO carthen_app;
GRANT SELECT, INSERT ON "event", "receipt", "phrase", "revision", "turn", "source_attribute", "export" TO carthen_app;
GRANT SELECT, INSERT, UPDATE ON
  "membership", "organisation", "participant", "question", "guide", "guide_question", "source", "speaker", "quote",
  "anchor", "tag", "tagging", "insight", "memo", "board", "theme", "card", "finding", "finding_theme", "evidence",
  "identifier", "wording" TO carthen_app;
GRANT SELECT, INSERT, DELETE ON "mention" TO carthen_app;
GRANT SELECT, INSERT ON identity."key", identity."name", identity."original" TO carthen_app;

GRANT SELECT ON
  "study", "study_clock", "phrase", "membership", "organisation", "participant", "question", "guide", "guide_question",
  "revision", "source", "source_attribute", "speaker", "turn", "quote", "anchor", "tag", "tagging", "insight", "memo",
  "board", "theme", "card", "finding", "finding_theme", "evidence", "identifier", "mention", "wording" TO carthen_export;

GRANT SELECT ON identity."key", identity."name" TO carthen_identity;
