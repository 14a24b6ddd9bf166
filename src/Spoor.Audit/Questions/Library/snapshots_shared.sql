---
title: 'Snapshots, images and databases shared with other accounts'
group: Data
---
SELECT eventtime, eventsource, eventname, useridentity.arn AS who, sourceipaddress, errorcode, requestparameters, account, region, eventid
FROM cloudtrail
WHERE eventname IN ('ModifySnapshotAttribute', 'ModifyImageAttribute', 'ModifyDBSnapshotAttribute', 'ModifyDBClusterSnapshotAttribute')
ORDER BY eventtime DESC
