-- Why:  a finished report can be read by whoever has its link, until it ends or is taken back (docs/spec/publication.md).
-- Lock: none on what is there; a new table.
-- Old code: runs as before; links lead nowhere.
-- Undo: drop the table; what was published stands among the exports.
CREATE TABLE "publication" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "token_hash" bytea NOT NULL UNIQUE,
  "lang" text NOT NULL CHECK ("lang" IN ('en', 'cy')),
  "bytes" bytea, -- null once it has ended: the page is gone, that it was there is known
  "by_id" uuid NOT NULL,
  "at" timestamptz NOT NULL DEFAULT clock_timestamp(),
  "expires_at" timestamptz NOT NULL,
  "ended_at" timestamptz,
  PRIMARY KEY ("study_id", "id"),
  CHECK (("bytes" IS NULL) = ("ended_at" IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE ON "publication" TO carthen_app;
