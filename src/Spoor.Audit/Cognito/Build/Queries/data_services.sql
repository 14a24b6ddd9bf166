-- Services of which calls were seen that a trail records only as data events.
SELECT DISTINCT service
FROM uses
WHERE category = 'Data' AND service IS NOT NULL
ORDER BY service
