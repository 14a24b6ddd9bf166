-- API calls by role: proved ones, those behind a role chain, and candidates apart.
SELECT certainty, role, service, action, count(*) AS calls, count(error_code) AS errors, min(event_time) AS first_time, max(event_time) AS last_time
FROM uses
WHERE in_window
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 5 DESC, 3, 4
