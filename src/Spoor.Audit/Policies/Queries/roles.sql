-- All roles whose sessions called in the window, for those who misspelt one.
SELECT DISTINCT useridentity.sessioncontext.sessionissuer.arn AS role
FROM logs
WHERE useridentity.sessioncontext.sessionissuer.arn IS NOT NULL
    AND {in the window eventtime}
