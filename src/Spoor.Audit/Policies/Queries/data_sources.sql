-- Services of which the logs have data events in the window, whoever called.
SELECT DISTINCT eventsource AS service
FROM logs
WHERE eventcategory = 'Data'
    AND eventsource IS NOT NULL
    AND {in the window eventtime}
