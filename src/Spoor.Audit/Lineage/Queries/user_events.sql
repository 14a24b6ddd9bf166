-- Records of user pools that name a user.
SELECT event_id, event_time, in_window, action, region, account, error_code, event_type, source_ip, user_agent, user_pool, user_sub, user_name, caller_arn, request
FROM events
WHERE service = 'cognito-idp.amazonaws.com'
    AND coalesce(user_sub, user_name) IS NOT NULL
    AND {before the end of event_time}
    AND coalesce(category, '') NOT IN ('Aggregated', 'Insight')
