-- The builds by the numbers that the other questions give them.
SELECT DISTINCT
    b.build,
    b.commit,
    dense_rank() OVER (ORDER BY b.build, b.commit) AS build_number
FROM session_builds b
ORDER BY 3
