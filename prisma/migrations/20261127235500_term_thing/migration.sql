-- Why:  it is kept of a term what it names, and only what names somebody by itself needs two people to be kept
--       (docs/spec/identifier.md, I86 and I91). Of terms that stand nobody has said it: they go on as if they named somebody.
-- Lock: brief; the column rewrites no rows.
-- Old code: does not run beside it: it reads events of version 3 as none that it knows.
-- Undo: ALTER TABLE "identifier" DROP COLUMN "thing"; what was said stands in the log.
ALTER TABLE "identifier"
  ADD COLUMN "thing" text,
  ADD CONSTRAINT "identifier_thing" CHECK (
    "thing" IS NULL
    OR ("kind" = 'term' AND "thing" IN ('person', 'organisation', 'place', 'code', 'time', 'quantity', 'trait', 'other'))
  );
