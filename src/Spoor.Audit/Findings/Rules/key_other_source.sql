---
id: key_other_source
title: A key is used from another address or client than it was issued to
severity: high
why: >-
  A pool hands its credentials to one client, which uses them itself. A call from elsewhere with the same key means that the key was copied: out of a
  browser, a log, a proxy, or by malware.
what_to_do: >-
  Revoke the role's open sessions (IAM console, "Revoke active sessions"), and block or sign out the identity's user. Find out where the key leaked, and read
  what was called from there: spoor trace KEY.
false_alarm: >-
  A phone went from Wi-Fi to a mobile network, a carrier or relay changed the address, or an office has several exits. An app that hands its key on to its own
  backend, or that reaches AWS through a VPC endpoint, looks the same. What services do for the caller, another SDK of an app at the same address, addresses of
  one IPv6 /64 network, and a change between IPv4 and IPv6 do not count.
---
WITH issued AS (
    SELECT * FROM client_events WHERE what = 'issue' AND access_key_id IS NOT NULL
), elsewhere AS (
    SELECT
        used.pool, used.identity, used.role, used.access_key_id, used.event_id, used.event_time, used.source_ip, used.client,
        issued.event_id AS issue, issued.source_ip AS issued_to, issued.client AS issued_client
    FROM client_events AS used
    JOIN issued ON used.access_key_id = issued.access_key_id
    WHERE used.what = 'use'
        AND used.depth = 0
        AND used.issue_event_id IS NOT NULL
        AND ((used.ip_version = issued.ip_version AND used.address <> issued.address)
            -- At the same address a tool is another client than an app, and one browser than another; several SDKs are one app's.
            OR ({compare_clients}
                AND used.client <> issued.client
                AND (used.client_kind = 'tool' OR issued.client_kind = 'tool' OR (used.client_kind = 'browser' AND issued.client_kind = 'browser'))))
)
SELECT
    pool,
    identity,
    role,
    access_key_id AS subject,
    'issued to ' || max(issued_to) || coalesce(' (' || max(issued_client) || ')', '') || ', used from '
        || array_join(slice(array_agg(DISTINCT source_ip || coalesce(' (' || client || ')', '') ORDER BY source_ip || coalesce(' (' || client || ')', '')), 1, 3), ', ')
        || ' in ' || CAST(count(*) AS varchar) || CASE WHEN count(*) = 1 THEN ' call' ELSE ' calls' END AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    concat(ARRAY[max(issue)], array_agg(event_id ORDER BY event_time, event_id)) AS event_ids
FROM elsewhere
GROUP BY pool, identity, role, access_key_id
