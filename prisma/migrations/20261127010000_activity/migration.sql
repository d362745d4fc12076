-- Why:  the log leaves a study as .csv (docs/spec/activity.md, AC30), read by the role that reads all that leaves.
-- Lock: none.
-- Old code: still runs; it never reads the log as that role.
-- Undo: REVOKE SELECT ON "event" FROM carthen_export;
-- Events hold ids and numbers, never words or names.
GRANT SELECT ON "event" TO carthen_export;
