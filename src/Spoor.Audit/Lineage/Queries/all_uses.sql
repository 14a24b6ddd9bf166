-- The calls that were asked for, of the pool and the role, those behind the window too: they tell what its sessions are. Calls further down a role chain belong to the role that the chain began with, too.
WITH found AS (
    SELECT *, CASE WHEN via = 'chain' THEN 'chained' ELSE 'proved' END AS certainty FROM proved
    UNION ALL
    SELECT *, 'candidate' FROM candidates
)
SELECT
    found.event_id, found.event_time, found.in_window, found.service, events.action, events.region, events.account, events.caller_account,
    found.error_code, events.error_message, events.source_ip, events.user_agent, events.invoked_by, events.read_only, events.event_type, events.category,
    found.access_key_id, events.session_name, events.session_created, found.role, found.origin_role, found.pool, found.identity, found.access,
    found.via, found.certainty, found.depth, found.issue_event_id, found.asked_role, found.issued_key, events.stated_methods,
    events.request, events.resources
FROM found
JOIN events ON found.event_id = events.event_id
WHERE ({pool} IS NULL OR found.pool = {pool})
    AND ({role} IS NULL
        OR found.role = {role} OR element_at(split(found.role, '/'), -1) = {role}
        OR found.origin_role = {role} OR element_at(split(found.origin_role, '/'), -1) = {role})
