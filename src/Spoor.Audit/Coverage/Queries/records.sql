-- Where every record lies and what it says of its own place and time. The only statement that reads the logs.
SELECT
    "$path" AS object,
    "$record_offset" AS position,
    "$event_id" AS event_id,
    "$event_content" AS content,
    eventtime AS event_time,
    awsregion AS region,
    recipientaccountid AS account
FROM logs
