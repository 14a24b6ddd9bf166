-- All pools and roles of pools that the logs know, to help where one that was asked for is not among them.
SELECT 'pool' AS kind, pool AS name FROM pool_events WHERE pool IS NOT NULL
UNION
SELECT 'pool', pool FROM proved WHERE pool IS NOT NULL
UNION
SELECT 'role', role FROM handouts WHERE role IS NOT NULL
UNION
SELECT 'role', role FROM proved WHERE role IS NOT NULL
ORDER BY 1, 2
