---
id: distant_sources
title: One identity is active from far-apart sources within minutes
severity: medium
why: >-
  One person with one device is in one place. An identity that works from two networks at the same time is shared or stolen.
what_to_do: >-
  Ask the user. If one of the sources is not theirs, sign the user out everywhere, change what they sign in with, and revoke the role's open sessions. Compare
  what each source called: spoor trace IDENTITY.
false_alarm: >-
  A user with two devices, one at home and one on a mobile network, or an app that shares one identity among devices or with a backend. Far apart means other networks (IPv4 /16, IPv6
  /32), as there is no map of addresses, and another client or another session, or a return to the first network while the second was in use: a phone
  that changes its network once within a session, as in mobile networks and behind changing NAT addresses, is not reported.
---
WITH placed AS (
    SELECT
        pool, identity, event_id, event_time, seconds, network, client, access_key_id, source_ip,
        lag(event_id) OVER same_identity AS event_before,
        lag(seconds) OVER same_identity AS seconds_before,
        lag(network) OVER same_identity AS network_before,
        lag(client) OVER same_identity AS client_before,
        lag(access_key_id) OVER same_identity AS key_before,
        lag(source_ip) OVER same_identity AS ip_before,
        lead(event_id) OVER same_identity AS event_after,
        lead(seconds) OVER same_identity AS seconds_after,
        lead(network) OVER same_identity AS network_after
    FROM client_events
    WHERE identity IS NOT NULL AND depth = 0 AND seconds IS NOT NULL
    WINDOW same_identity AS (PARTITION BY identity, ip_version ORDER BY seconds, event_id)
), apart AS (
    SELECT
        *,
        coalesce(seconds - seconds_before <= {minutes} * 60 AND (client <> client_before OR access_key_id <> key_before), false) AS is_other_device,
        coalesce(seconds_after - seconds_before <= {minutes} * 60 AND network_after = network_before, false) AS is_return
    FROM placed
    WHERE network <> network_before
), evidence AS (
    SELECT
        pool, identity, event_time, ip_before || ' and ' || source_ip AS sources,
        CASE WHEN is_return THEN ARRAY[event_before, event_id, event_after] ELSE ARRAY[event_before, event_id] END AS event_ids
    FROM apart
    WHERE is_other_device OR is_return
)
SELECT
    max(pool) AS pool,
    identity,
    CAST(NULL AS varchar) AS role,
    identity AS subject,
    'active within ' || CAST({minutes} AS varchar) || ' minutes from ' || min_by(sources, event_time) AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    flatten(array_agg(event_ids ORDER BY event_time)) AS event_ids
FROM evidence
GROUP BY identity
