-- All pools and roles that the logs know, in, before and after the window: those of Cognito's and STS's records, of calls, and of configuration; and the role asked for, if any record read is of it.
SELECT 'pool' AS kind, pool AS name FROM cognito_events WHERE pool IS NOT NULL
UNION
SELECT 'pool', pool FROM proved WHERE pool IS NOT NULL
UNION
SELECT 'pool', pool FROM candidates WHERE pool IS NOT NULL
UNION
SELECT 'role', role FROM handouts WHERE role IS NOT NULL
UNION
SELECT 'role', role FROM proved WHERE role IS NOT NULL
UNION
SELECT 'role', role FROM candidates WHERE role IS NOT NULL
UNION
SELECT 'role', role FROM config_changes WHERE role IS NOT NULL
UNION
SELECT 'role', role FROM events WHERE role = {role} OR element_at(split(role, '/'), -1) = {role}
UNION
SELECT 'role', replace(given, '\/', '/')
FROM config_changes
CROSS JOIN UNNEST(regexp_extract_all(request, 'arn:[^:"]+:iam::[0-9]+:role\\?/[^"]+')) AS roles (given)
WHERE action = 'SetIdentityPoolRoles'
ORDER BY 1, 2
