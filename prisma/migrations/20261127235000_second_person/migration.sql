-- Why:  what names somebody is kept only when two people say so (docs/spec/identifier.md, I86 to I89). Nobody has agreed to what was
--       kept until now: it waits for a second person and keeps files back like what is undecided, until somebody else agrees.
-- Lock: brief; the column rewrites no rows, and there are few to check.
-- Old code: does not run beside it: it counts as kept what nobody has agreed to.
-- Undo: ALTER TABLE "identifier" DROP COLUMN "second_id"; who agreed stands in the log.
ALTER TABLE "identifier"
  ADD COLUMN "second_id" uuid,
  ADD CONSTRAINT "identifier_second" CHECK ("second_id" IS NULL OR ("decision" = 'keep' AND "second_id" IS DISTINCT FROM "by_id"));
