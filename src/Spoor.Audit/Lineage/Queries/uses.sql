-- The calls that were asked for, of the window and from before it.
SELECT * FROM all_uses WHERE {before the end of event_time}
