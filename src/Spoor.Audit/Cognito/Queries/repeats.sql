-- Events that were delivered more than once.
SELECT event_id, min(event_time) AS event_time, count(*) AS deliveries
FROM records
GROUP BY event_id
HAVING count(*) > 1
