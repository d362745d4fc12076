-- Why:  what came of guessing whose words quotes are is kept: counts, and which quotes were guessed (docs/spec/risk.md, RK22 to RK26).
-- Lock: none on what is there; one new table.
-- Old code: runs as before and knows no such game.
-- Undo: drop the table; what came of each game stands in the log.
CREATE TABLE "guess" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "shown" int NOT NULL CHECK ("shown" BETWEEN 1 AND 20),
  "named" int NOT NULL CHECK ("named" BETWEEN 0 AND "shown"),
  "people" int NOT NULL CHECK ("people" BETWEEN 0 AND "named"),
  "bodies" int NOT NULL CHECK ("bodies" BETWEEN "people" AND "named"), -- whoever is right about a person is about their organisation
  "people_chance" int NOT NULL CHECK ("people_chance" BETWEEN 0 AND 10000), -- in ten-thousandths
  "bodies_chance" int NOT NULL CHECK ("bodies_chance" BETWEEN 0 AND 10000),
  "people_right" text NOT NULL, -- ids of quotes
  "bodies_right" text NOT NULL,
  "by_id" uuid NOT NULL,
  "played_on" date NOT NULL,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id")
);
GRANT SELECT, INSERT, UPDATE ON "guess" TO carthen_app;
GRANT SELECT ON "guess" TO carthen_export;
