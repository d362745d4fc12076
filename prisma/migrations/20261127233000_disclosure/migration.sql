-- Why:  a study sets the limits of disclosure control, and accepts smaller classes in the list of respondents, each with a reason
--       that its report prints (docs/spec/disclosure.md, DC20 to DC25).
-- Lock: none on what is there; two new tables.
-- Old code: runs as before, with the usual limits.
-- Undo: drop both tables; what was set and by whom stands in the log.
CREATE TABLE "disclosure" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL CHECK ("id" = "study_id"),
  "organisations" int NOT NULL CHECK ("organisations" BETWEEN 2 AND 50),
  "people" int NOT NULL CHECK ("people" BETWEEN 3 AND 100),
  "base" int NOT NULL CHECK ("base" BETWEEN 5 AND 1000), -- of a percentage
  "listed" int NOT NULL CHECK ("listed" BETWEEN 2 AND 50), -- the class of who is not named
  "reason_id" uuid,
  "by_id" uuid NOT NULL,
  "set_on" date NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "reason_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE,
  CHECK ("reason_id" IS NOT NULL OR ("organisations" >= 3 AND "people" >= 5 AND "base" >= 10 AND "listed" >= 3)) -- DC22
);
CREATE TABLE "acceptance" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL, -- the kind of organisation
  "reason_id" uuid NOT NULL,
  "by_id" uuid NOT NULL,
  "set_on" date NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "reason_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE
);
GRANT SELECT, INSERT, UPDATE ON "disclosure", "acceptance" TO carthen_app;
GRANT SELECT ON "disclosure", "acceptance" TO carthen_export;
