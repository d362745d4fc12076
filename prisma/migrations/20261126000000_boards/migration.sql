-- Why:  several boards a study, some of one person only until shared; themes as piles; cards in three sizes; dot votes
--       (docs/spec/rows.md, B20 to B28; docs/spec/sync.md, Y31 to Y34).
-- Lock: brief; constant defaults rewrite no rows.
-- Old code: still runs; it never reads the new columns, and writes rows that the defaults complete.
-- Undo: drop "vote", "voting" and the columns.
ALTER TABLE "board"
  ADD COLUMN "owner_id" uuid REFERENCES "app_user" ("id"),
  ADD COLUMN "origin_id" uuid,
  ADD CONSTRAINT "board_analysis_shared" CHECK (NOT ("analysis" AND "owner_id" IS NOT NULL));

ALTER TABLE "theme" ADD COLUMN "collapsed" boolean NOT NULL DEFAULT false;

ALTER TABLE "card" ADD COLUMN "size" text NOT NULL DEFAULT 'm' CHECK ("size" IN ('s', 'm', 'l'));

CREATE TABLE "voting" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "board_id" uuid NOT NULL,
  "dots" int NOT NULL CHECK ("dots" BETWEEN 1 AND 50),
  "revealed" boolean NOT NULL,
  "by_id" uuid NOT NULL REFERENCES "app_user" ("id"),
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "board_id") REFERENCES "board" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "voting_board" ON "voting" ("study_id", "board_id");

CREATE TABLE "vote" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL,
  "voting_id" uuid NOT NULL,
  "card_id" uuid NOT NULL,
  "person_id" uuid NOT NULL REFERENCES "app_user" ("id"),
  "dots" int NOT NULL CHECK ("dots" BETWEEN 0 AND 50),
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("id" = "voting_id"::text || '/' || "card_id"::text || '/' || "person_id"::text),
  FOREIGN KEY ("study_id", "voting_id") REFERENCES "voting" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "card_id") REFERENCES "card" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "vote_voting" ON "vote" ("study_id", "voting_id");

GRANT SELECT, INSERT, UPDATE ON "voting", "vote" TO carthen_app;
GRANT SELECT ON "voting", "vote" TO carthen_export;
