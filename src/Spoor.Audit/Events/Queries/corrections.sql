-- Which event a correction (addendum, UPDATED_DATA) is about: the record that it names by event id, whether that was read or not, else by request id. A correction
-- may be corrected again, so this goes to the first.
WITH RECURSIVE named (own_id, original_id, choice) AS (
    SELECT
        correction.own_id,
        coalesce(
            original.own_id,
            CASE WHEN length(correction.original_event_id) = 36 AND regexp_like(correction.original_event_id, '[1-9a-fA-F]') THEN correction.original_event_id END),
        row_number() OVER (
            PARTITION BY correction.own_id
            ORDER BY
                coalesce(original.record_id = correction.original_event_id, false) DESC, coalesce(original.event_time = correction.event_time, false) DESC, original.own_id)
    FROM shared_records AS correction
    LEFT JOIN shared_records AS original
        ON original.own_id <> correction.own_id
            AND coalesce(original.service = correction.service AND original.action = correction.action, true)
            AND (original.record_id = correction.original_event_id
                OR (original.request_id = correction.original_request_id AND original.original_event_id IS NULL AND original.original_request_id IS NULL))
    WHERE correction.original_event_id IS NOT NULL OR correction.original_request_id IS NOT NULL
), links (own_id, original_id) AS (
    SELECT own_id, original_id FROM named WHERE choice = 1 AND original_id <> own_id
), steps (own_id, original_id, depth) AS (
    SELECT own_id, original_id, 1 FROM links
    UNION ALL
    SELECT steps.own_id, links.original_id, steps.depth + 1
    FROM steps
    JOIN links ON steps.original_id = links.own_id
    WHERE steps.depth < 8
)
SELECT own_id, max_by(original_id, depth) AS original_id, max(depth) AS depth
FROM steps
GROUP BY own_id
