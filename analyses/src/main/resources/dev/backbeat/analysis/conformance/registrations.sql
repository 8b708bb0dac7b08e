-- In how many of the sessions that register sequences each sequence is registered, and a session that lacks it.
SELECT
    k.sequence_id,
    k.name,
    s.build_number,
    s.session_id,
    s.input,
    s.start_offset,
    k.sessions,
    s.sessions AS sessions_of
FROM (
    SELECT
        x.session_id,
        min(x.input) AS input,
        min(x.start_offset) AS start_offset,
        min(b.build_number) AS build_number,
        count(*) OVER (PARTITION BY min(b.build_number)) AS sessions
    FROM sequence_registrations x
    JOIN (
        SELECT y.session_id, dense_rank() OVER (ORDER BY y.build, y.commit) AS build_number
        FROM session_builds y
    ) b ON b.session_id = x.session_id
    GROUP BY x.session_id
) s
JOIN (
    SELECT
        r.sequence_id,
        min(r.name) AS name,
        b.build_number,
        count(DISTINCT r.session_id) AS sessions
    FROM sequence_registrations r
    JOIN (
        SELECT y.session_id, dense_rank() OVER (ORDER BY y.build, y.commit) AS build_number
        FROM session_builds y
    ) b ON b.session_id = r.session_id
    GROUP BY r.sequence_id, b.build_number
) k ON k.build_number = s.build_number
WHERE k.sessions * 2 > s.sessions
    AND {sessions s}
    AND NOT EXISTS (
        SELECT 1 AS known
        FROM sequence_registrations q
        WHERE q.session_id = s.session_id AND q.sequence_id = k.sequence_id
    )
ORDER BY k.sequence_id, s.input, s.start_offset
