-- The role's calls, each event once.
SELECT event_id, event_time, coalesce(service, '') AS service, coalesce(action, '') AS action, region, event_type, error_code, request, resources, role, identity
FROM events
