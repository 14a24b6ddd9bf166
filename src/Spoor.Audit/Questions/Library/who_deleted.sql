---
title: 'Who deleted something, by a part of its name'
group: Changes
parameters:
  name:
    about: 'The name or id, or a part of it, as records write it.'
---
SELECT eventtime, eventsource, eventname, coalesce(useridentity.arn, useridentity.invokedby) AS who, sourceipaddress, errorcode, requestparameters, account, region, eventid
FROM cloudtrail
WHERE regexp_like(eventname, '^(Delete|Terminate|Remove|Deregister|Destroy|Purge|ScheduleKeyDeletion)') AND strpos(requestparameters, {name}) > 0
ORDER BY eventtime DESC
