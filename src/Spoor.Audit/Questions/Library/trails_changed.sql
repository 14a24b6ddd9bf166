---
title: 'Trails stopped, deleted or changed'
group: Changes
---
SELECT eventtime, eventname, trail, who, sourceipaddress, errorcode, eventid
FROM trail_changes
ORDER BY eventtime DESC
