-- Cognito's own records and its issues at STS, of the window and from before it.
SELECT * FROM cognito_events WHERE {before the end of event_time}
