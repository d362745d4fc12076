-- Why:  a study says until which day its originals are kept, and its people are reminded (docs/spec/study.md, ST40 and ST41).
-- Lock: brief; the column rewrites no rows.
-- Old code: does not run beside it: it reads a change of this field as none that it knows.
-- Undo: ALTER TABLE "study" DROP COLUMN "kept_until"; what was said stands in the log.
ALTER TABLE "study" ADD COLUMN "kept_until" date;
