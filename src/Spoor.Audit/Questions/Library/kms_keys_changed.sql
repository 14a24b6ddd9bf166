---
title: 'KMS keys disabled, scheduled for deletion, or given to others'
group: Data
needs:
  what: 'events of KMS, which trails may leave out'
  where: 'eventsource = ''kms.amazonaws.com'''
---
SELECT eventtime, eventname, resources[1].arn AS key, useridentity.arn AS who, sourceipaddress, errorcode, requestparameters, eventid
FROM cloudtrail
WHERE eventsource = 'kms.amazonaws.com' AND cardinality(resources) > 0 AND eventname IN ('DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy', 'CreateGrant', 'DisableKeyRotation', 'DeleteImportedKeyMaterial')
ORDER BY eventtime DESC
