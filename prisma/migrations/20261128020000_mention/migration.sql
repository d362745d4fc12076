-- Why:  one mention of a name may be decided otherwise than all others (docs/spec/identifier.md, I95 to I104). The table of mentions
--       was made for this and never written to: it is made anew, with a place of its own in each revision.
-- Lock: brief; the table that goes is empty.
-- Old code: does not run beside it: it does not know these rows in events.
-- Undo: drop both tables and make the former one again; what was decided stands in the log.
DROP TABLE "mention";
CREATE TABLE "mention" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" uuid NOT NULL,
  "source_id" uuid NOT NULL,
  "identifier_id" uuid NOT NULL, -- of an organisation, a participant or a term
  "of" text NOT NULL CHECK ("of" IN ('organisation', 'participant', 'term')),
  "decision" text NOT NULL CHECK ("decision" IN ('replace', 'keep', 'ordinary')),
  "replacement_id" uuid,
  "replacement_cy_id" uuid,
  "reason_id" uuid,
  "by_id" uuid NOT NULL,
  "second_id" uuid,
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  FOREIGN KEY ("study_id", "source_id") REFERENCES "source" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "replacement_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "replacement_cy_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "reason_id") REFERENCES "phrase" ("study_id", "id") DEFERRABLE,
  CONSTRAINT "mention_bare" CHECK (
    CASE WHEN "decision" = 'replace' THEN coalesce("replacement_id", "replacement_cy_id") IS NOT NULL ELSE "reason_id" IS NOT NULL END
  ),
  CONSTRAINT "mention_second" CHECK ("second_id" IS NULL OR ("decision" <> 'replace' AND "second_id" <> "by_id"))
);
CREATE INDEX "mention_source" ON "mention" ("study_id", "source_id") WHERE NOT "gone";
CREATE INDEX "mention_identifier" ON "mention" ("study_id", "identifier_id") WHERE NOT "gone";

CREATE TABLE "mention_place" (
  "study_id" uuid NOT NULL REFERENCES "study" ("id") ON DELETE CASCADE,
  "id" text NOT NULL, -- mention/revision
  "mention_id" uuid NOT NULL,
  "revision_id" uuid NOT NULL,
  "start_at" int NOT NULL CHECK ("start_at" >= 0),
  "end_at" int NOT NULL CHECK ("end_at" > "start_at"),
  "gone" boolean NOT NULL DEFAULT false,
  PRIMARY KEY ("study_id", "id"),
  CHECK ("id" = "mention_id"::text || '/' || "revision_id"::text),
  FOREIGN KEY ("study_id", "mention_id") REFERENCES "mention" ("study_id", "id") DEFERRABLE,
  FOREIGN KEY ("study_id", "revision_id") REFERENCES "revision" ("study_id", "id") DEFERRABLE
);
CREATE INDEX "mention_place_mention" ON "mention_place" ("study_id", "mention_id") WHERE NOT "gone";

GRANT SELECT, INSERT, UPDATE ON "mention", "mention_place" TO carthen_app;
GRANT SELECT ON "mention", "mention_place" TO carthen_export;
