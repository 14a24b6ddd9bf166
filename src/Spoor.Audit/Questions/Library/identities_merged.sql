---
title: 'Identities that were linked, unlinked, merged or deleted'
group: Cognito
---
SELECT eventtime, eventname, requestparameters, responseelements, coalesce(useridentity.arn, useridentity.type) AS who, sourceipaddress, errorcode, eventid
FROM cloudtrail
WHERE eventsource = 'cognito-identity.amazonaws.com' AND eventname IN ('UnlinkIdentity', 'UnlinkDeveloperIdentity', 'MergeDeveloperIdentities', 'DeleteIdentities')
ORDER BY eventtime DESC
