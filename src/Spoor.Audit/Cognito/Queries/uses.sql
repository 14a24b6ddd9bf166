-- The calls that were asked for: of the window, the pool and the role. Calls further down a role chain belong to the role that the chain began with, too.
SELECT *
FROM (
    SELECT * FROM proved
    UNION ALL
    SELECT * FROM candidates
) AS found
WHERE coalesce(event_time, '') >= coalesce({from}, '')
    AND ({pool} IS NULL OR pool = {pool})
    AND ({role} IS NULL
        OR role = {role} OR element_at(split(role, '/'), -1) = {role}
        OR origin_role = {role} OR element_at(split(origin_role, '/'), -1) = {role})
