---
title: 'GuardDuty, Config, Security Hub, Macie and Access Analyzer switched off or changed'
group: Changes
---
SELECT eventtime, eventsource, eventname, useridentity.arn AS who, sourceipaddress, errorcode, requestparameters, eventid
FROM cloudtrail
WHERE (eventsource = 'guardduty.amazonaws.com' AND eventname IN ('DeleteDetector', 'UpdateDetector', 'DisassociateFromMasterAccount', 'DisassociateFromAdministratorAccount', 'StopMonitoringMembers', 'DeleteMembers', 'CreateFilter', 'CreateIPSet', 'UpdateIPSet'))
  OR (eventsource = 'config.amazonaws.com' AND eventname IN ('StopConfigurationRecorder', 'DeleteConfigurationRecorder', 'DeleteDeliveryChannel', 'DeleteConfigRule'))
  OR (eventsource = 'securityhub.amazonaws.com' AND eventname IN ('DisableSecurityHub', 'BatchDisableStandards', 'DisassociateFromAdministratorAccount'))
  OR (eventsource = 'macie2.amazonaws.com' AND eventname IN ('DisableMacie', 'DeleteMember'))
  OR (eventsource = 'access-analyzer.amazonaws.com' AND eventname IN ('DeleteAnalyzer', 'CreateArchiveRule'))
ORDER BY eventtime DESC
