-- Addresses and programs that took or used a pool's credentials in the window.
SELECT pool, source_ip, user_agent, sum(issues) AS issues, sum(calls) AS calls, min(event_time) AS first_time, max(event_time) AS last_time
FROM (
    SELECT pool, source_ip, user_agent, event_time, 1 AS issues, 0 AS calls FROM issues WHERE in_window AND error_code IS NULL
    UNION ALL
    SELECT pool, source_ip, user_agent, event_time, 0, 1 FROM uses WHERE in_window AND certainty = 'proved'
) AS seen
WHERE pool IS NOT NULL AND source_ip IS NOT NULL
GROUP BY pool, source_ip, user_agent
ORDER BY pool, 5 DESC, 4 DESC, source_ip, user_agent
