-- Why:  an owner signs the risk report, and what leaves is compared with what was signed (docs/spec/risk.md, RK15 to RK21).
-- Lock: none on what is there; one new table.
-- Old code: runs as before and asks for no signature.
-- Undo: drop the table; what was signed and by whom stands in the log.
CREATE TABLE "signature" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL CHECK ("id" ~ '^(document|data)_(none|kind|person|both)$'), -- which files, and what stands beside their quotes
  "judgement_id" uuid NOT NULL,
  "digest" text NOT NULL CHECK (length("digest") = 64),
  "parts" text NOT NULL,
  "quotes" int NOT NULL CHECK ("quotes" >= 0),
  "marks" text NOT NULL, -- of each quote; keyed, so that nothing can be tried on them
  "by_id" uuid NOT NULL,
  "set_on" date NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "judgement_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE
);
GRANT SELECT, INSERT, UPDATE ON "signature" TO carthen_app;
GRANT SELECT ON "signature" TO carthen_export;
