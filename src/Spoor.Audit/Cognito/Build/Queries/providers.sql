-- The texts that name an identity's login providers: logins of Cognito's records, and the amr claim of calls.
SELECT DISTINCT identity, logins, CAST(NULL AS varchar) AS methods
FROM pool_events
WHERE identity IS NOT NULL AND logins IS NOT NULL
UNION
SELECT DISTINCT identity, NULL, stated_methods
FROM uses
WHERE identity IS NOT NULL AND stated_methods IS NOT NULL
ORDER BY 1, 2, 3
