-- Why:  the words of a memo are written by several people, and call others later than it was begun (docs/spec/memo.md).
-- Lock: brief; two columns without a default rewrite no rows.
-- Old code: still runs, but cannot read events about them.
-- Undo: drop both columns; who wrote in a memo besides its author is in the log.
ALTER TABLE "memo" ADD COLUMN "also_id" uuid; -- whoever of the others wrote in it last
ALTER TABLE "memo_call" ADD COLUMN "after_id" uuid; -- the memo that was the last of the talk when somebody was called
