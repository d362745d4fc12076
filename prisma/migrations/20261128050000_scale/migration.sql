-- Why:  steps of a scale (1 to 5, "Strongly agree" …) are told apart from counts and other choices (docs/spec/import.md, I99).
-- Lock: brief; "attribute" has a row for each column of surveys.
-- Old code: runs beside it; it stores no scale, and shows every kind as text.
-- Undo: UPDATE "attribute" SET "kind" = 'choice' WHERE "kind" = 'scale'; and the check as it was.
ALTER TABLE "attribute"
  DROP CONSTRAINT "attribute_kind_check",
  ADD CONSTRAINT "attribute_kind_check"
    CHECK ("kind" IN ('number', 'scale', 'date', 'yes-no', 'choice', 'choices', 'text'));
