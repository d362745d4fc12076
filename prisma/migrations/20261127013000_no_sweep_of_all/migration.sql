-- Why:  what is staged belongs to a job or to a correction, and goes with it; nothing called this any more.
-- Lock: none on tables.
-- Old code: still runs.
-- Undo: make sweep_staged() again as in 20261126220000_jobs.
DROP FUNCTION sweep_staged();
