---
title: 'Changes to VPCs, gateways, routes and network ACLs'
group: Changes
needs:
  what: 'events of EC2'
  where: 'eventsource = ''ec2.amazonaws.com'''
---
SELECT eventtime, eventname, useridentity.arn AS who, sourceipaddress, errorcode, requestparameters, account, region, eventid
FROM cloudtrail
WHERE eventsource = 'ec2.amazonaws.com' AND readonly = 'false'
  AND regexp_like(eventname, '(Vpc|Subnet|InternetGateway|NatGateway|CustomerGateway|VpnGateway|Route|NetworkAcl|PeeringConnection|TransitGateway)')
ORDER BY eventtime DESC
