-- Why:  several people write one text at once (docs/spec/pad.md).
-- Lock: none on what is there; two new tables.
-- Old code: runs as before; it does not know what was written in the last seconds.
-- Undo: drop both tables; what was written is in the phrases of the slots but for the last seconds.
CREATE TABLE "pad" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL CHECK (length("id") <= 80), -- the text slot's
  "epoch" uuid NOT NULL DEFAULT gen_random_uuid(),
  "n" bigint NOT NULL DEFAULT 0, -- how many updates it has taken
  "base" bytea NOT NULL, -- the state after "base_n" of them
  "base_n" bigint NOT NULL DEFAULT 0 CHECK ("base_n" <= "n"),
  "words" text NOT NULL, -- the plain text after all of them
  "phrase_id" uuid, -- the phrase that the slot had when both said the same; null: it was empty
  "pending" text[] NOT NULL DEFAULT '{}', -- what the slot is being given ('' for no words), until it is known to have it
  "settled" boolean NOT NULL DEFAULT true, -- whether the slot says what the pad says
  "by_id" uuid, -- who wrote last
  "touched_at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "phrase_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "pad_unsettled" ON "pad" ("touched_at") WHERE NOT "settled";
CREATE TABLE "pad_update" (
  "study_id" uuid NOT NULL,
  "pad_id" text NOT NULL,
  "n" bigint NOT NULL CHECK ("n" > 0),
  "bytes" bytea NOT NULL,
  "by_id" uuid, -- null: the house itself, which took over what the slot was given elsewhere
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY ("study_id", "pad_id", "n"),
  FOREIGN KEY ("study_id", "pad_id") REFERENCES "pad" ("study_id", "id") ON DELETE CASCADE
);
GRANT SELECT, INSERT, UPDATE ON "pad" TO carthen_app;
GRANT SELECT, INSERT, DELETE ON "pad_update" TO carthen_app;
