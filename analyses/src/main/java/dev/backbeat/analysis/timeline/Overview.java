package dev.backbeat.analysis.timeline;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Lanes.BarKind;
import dev.backbeat.model.Lanes.Flag;
import dev.backbeat.model.Lanes.LaneKind;
import dev.backbeat.model.Lanes.MarkKind;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Reference;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Shows everything in scope: by session and sequence where the sessions are few, else by sequence.
final class Overview {

    /// More sessions than these share their lanes.
    private static final int MOST_SESSIONS = 12;

    /// So many executions are drawn with their beats at most, for each part of time.
    private static final int DETAILED_A_PART = 3;

    private static final int LEAST_DETAILED = 500;
    private static final int MOST_DETAILED = 60_000;

    /// More bars than these are joined further.
    private static final int MOST_BARS = 60_000;

    private static final int COARSER = 4;

    private final Evidence evidence;
    private final Names names;
    private final Scene scene = new Scene();
    private final Drawing drawing = new Drawing();
    private final Map<Integer, Cell> kinds = new HashMap<>();
    private final Map<Long, Integer> sessionLanes = new LinkedHashMap<>();
    private final long begin;
    private final long end;
    private final long part;
    private final int detailed;
    private final boolean bySession;

    /// When it began, when it ended, and of how much.
    private record Extent(long executions, long begun, long first, long last, long sessions) {}

    /// One execution, or several as one.
    ///
    /// @param execution unknown where it is several
    private record Row(
            long session,
            int kind,
            long execution,
            long runs,
            long start,
            long end,
            long busy,
            boolean failed,
            boolean open) {}

    private Overview(Evidence evidence, Names names, TimelineSettings settings, int parts, Extent extent) {
        this.evidence = evidence;
        this.names = names;
        this.begin = settings.begin() > 0 ? settings.begin() : extent.first;
        this.end = Math.max(begin + 1, settings.end() > 0 ? settings.end() : extent.last + 1);
        this.part = Math.max(1, (end - begin) / parts);
        this.detailed = Math.clamp((long) parts * DETAILED_A_PART, LEAST_DETAILED, MOST_DETAILED);
        this.bySession = extent.sessions <= MOST_SESSIONS;
    }

    static Scene of(Evidence evidence, Names names, TimelineSettings settings, int parts) {
        Extent extent = evidence.rows(
                        Queries.load(Overview.class, "extent.sql"),
                        row -> new Extent(
                                row.longAt("executions"),
                                row.longAt("begun"),
                                row.longAt("first_nanos"),
                                row.longAt("last_nanos"),
                                row.longAt("sessions")))
                .getFirst();
        Scene nothing = new Scene();
        if (extent.begun == 0 || !Time.isKnown(extent.first)) {
            nothing.fact("executions", Cell.count(extent.executions));
            if (extent.executions > 0) {
                nothing.lanes = Scene.empty("the log gives no execution in scope a time");
            }
            return nothing;
        }
        Overview overview = new Overview(evidence, names, settings, parts, extent);
        overview.facts(extent);
        overview.draw();
        return overview.scene;
    }

    private void facts(Extent extent) {
        scene.fact("executions", Cell.count(extent.executions));
        if (extent.begun < extent.executions) {
            scene.fact("never began, not drawn", Cell.count(extent.executions - extent.begun));
        }
        scene.fact("sessions", Cell.count(extent.sessions));
        scene.fact("the first began", Cell.instant(extent.first));
        scene.fact("until the last ended", Cell.duration(extent.last - extent.first));
    }

    private <T> List<T> ask(String file, Map<String, String> filled, Store.RowReader<T> reader) {
        String sql = Queries.load(Overview.class, file);
        for (Map.Entry<String, String> place : filled.entrySet()) {
            sql = sql.replace("{" + place.getKey() + "}", place.getValue());
        }
        return evidence.rows(sql, reader);
    }

    private Map<String, String> filled(String alias, long shortNanos) {
        return Map.of(
                "session " + alias,
                bySession ? alias + ".session_id" : "CAST(0 AS BIGINT)",
                "begin",
                Long.toString(begin),
                "end",
                Long.toString(end),
                "part",
                Long.toString(Math.max(part, shortNanos)),
                "short",
                Long.toString(shortNanos));
    }

    private void draw() {
        ask("kinds.sql", Map.of(), row -> {
            String id = row.textAt("sequence_id").orElse("");
            kinds.put(
                    row.intAt("sequence_kind"),
                    names.sequence(id, row.textAt("sequence_name").orElse(id.isEmpty() ? "?" : id)));
            return true;
        });
        long shortNanos = part;
        List<Row> rows = rows(shortNanos);
        while (rows.size() > MOST_BARS || alone(rows) > detailed) {
            shortNanos *= COARSER;
            rows = rows(shortNanos);
        }
        Map<Long, Run> runs = Runs.read(
                evidence,
                rows.stream().map(Row::execution).filter(Time::isKnown).toList());
        sessions();
        Map<String, List<Row>> lanes = new LinkedHashMap<>();
        rows.stream()
                .sorted(Comparator.comparingLong(Row::start))
                .forEach(row -> lanes.computeIfAbsent(
                                row.session + " " + kinds.getOrDefault(row.kind, Cell.unknown()),
                                key -> new ArrayList<>())
                        .add(row));
        for (List<Row> lane : lanes.values()) {
            lane(lane, runs);
        }
        surroundings();
        long together = rows.stream()
                .filter(row -> !Time.isKnown(row.execution))
                .mapToLong(Row::runs)
                .sum();
        if (together > 0) {
            scene.fact("drawn together, without their beats", Cell.count(together));
            scene.fact("the shortest that is drawn by itself", Cell.duration(shortNanos));
        }
        scene.lanes = drawing.build("what ran when", begin, end, "nothing ran in this time");
    }

    private static long alone(List<Row> rows) {
        return rows.stream().filter(row -> Time.isKnown(row.execution)).count();
    }

    private List<Row> rows(long shortNanos) {
        return ask(
                "executions.sql",
                filled("e", shortNanos),
                row -> new Row(
                        row.longAt("session_id"),
                        row.intAt("sequence_kind"),
                        row.longAt("execution_id"),
                        row.longAt("runs"),
                        row.longAt("start_nanos"),
                        row.longAt("end_nanos"),
                        row.longAt("busy_nanos"),
                        row.longAt("failed") > 0,
                        row.longAt("unended") > 0));
    }

    private void sessions() {
        if (!bySession) {
            sessionLanes.put(0L, -1);
            return;
        }
        ask("sessions.sql", Map.of(), row -> {
            SessionId id = new SessionId(row.longAt("session_id"));
            String input = evidence.place(new Origin(row.intAt("input"), 0)).input();
            Cell name = new Cell(
                    new Cell.Value.Text(input.substring(input.lastIndexOf('/') + 1)),
                    List.of(new Reference.ToSession(id)));
            String build = row.textAt("build").map(label -> "build " + label).orElse("");
            sessionLanes.put(id.value(), drawing.lane(name, -1, LaneKind.SESSION, build));
            return true;
        });
    }

    private int sessionLane(long session) {
        return sessionLanes.getOrDefault(session, -1);
    }

    /// Draws the executions of a sequence, those that overlap above each other.
    private void lane(List<Row> rows, Map<Long, Run> runs) {
        Row first = rows.getFirst();
        Cell name = kinds.getOrDefault(first.kind, Cell.unknown());
        long executions = rows.stream().mapToLong(Row::runs).sum();
        String note = executions == 1 ? "1 execution" : "%,d executions".formatted(executions);
        int lane = drawing.lane(name, sessionLane(first.session), LaneKind.SEQUENCE, note);
        Map<Long, RunDrawing> drawings = new HashMap<>();
        int height = 1;
        for (Row row : rows) {
            Run run = runs.get(row.execution);
            if (run != null && run.isTimed()) {
                RunDrawing drawn = RunDrawing.of(names, run);
                drawings.put(row.execution, drawn);
                height = Math.max(height, drawn.height());
            }
        }
        Packing packing = new Packing();
        for (Row row : rows) {
            RunDrawing drawn = drawings.get(row.execution);
            if (drawn != null) {
                drawn.draw(drawing, lane, packing.row(drawn.from(), drawn.to()) * height, 0, part);
                continue;
            }
            long flags = (row.failed ? Flag.FAILED.bit() : 0) | (row.open ? Flag.OPEN.bit() : 0);
            drawing.bar(new Drawing.Bar(
                    lane,
                    packing.row(row.start, row.end) * height,
                    BarKind.EXECUTION,
                    drawing.name(name),
                    row.start,
                    row.end - row.start,
                    row.runs,
                    Math.min(row.busy, row.end - row.start),
                    flags,
                    -1,
                    -1,
                    -1));
        }
    }

    /// Mounts, silences, and errors that belong to no execution.
    private void surroundings() {
        if (bySession) {
            mounts();
        }
        Map<Long, Integer> gaps = new HashMap<>();
        ask("gaps.sql", filled("g", part), row -> {
            long session = row.longAt("session_id");
            int lane = gaps.computeIfAbsent(
                    session, id -> drawing.lane(Cell.text("silences"), sessionLane(id), LaneKind.GAPS, ""));
            long start = row.longAt("start_nanos");
            drawing.bar(new Drawing.Bar(
                    lane,
                    0,
                    BarKind.GAP,
                    drawing.name(Cell.text("nothing was written")),
                    start,
                    row.longAt("end_nanos") - start,
                    row.longAt("runs"),
                    row.longAt("busy_nanos"),
                    0,
                    -1,
                    -1,
                    -1));
            return true;
        });
        Map<Long, Integer> errors = new HashMap<>();
        ask("errors.sql", filled("r", part), row -> {
            long session = row.longAt("session_id");
            int lane = errors.computeIfAbsent(
                    session,
                    id -> drawing.lane(
                            Cell.text("errors outside of executions"), sessionLane(id), LaneKind.SESSION, ""));
            int name = drawing.name(Cell.text(row.textAt("message").orElse("an error")));
            drawing.mark(lane, MarkKind.ERROR.ordinal(), name, row.longAt("time_nanos"), row.longAt("errors"), -1, -1);
            return true;
        });
    }

    private void mounts() {
        Map<Long, Integer> lanes = new HashMap<>();
        Map<Integer, Packing> packings = new HashMap<>();
        ask("mounts.sql", filled("m", part), row -> {
            int lane = lanes.computeIfAbsent(
                    row.longAt("session_id"),
                    id -> drawing.lane(Cell.text("mounts"), sessionLane(id), LaneKind.MOUNTS, ""));
            long start = row.longAt("start_nanos");
            long ended = row.longAt("end_nanos");
            boolean failed = row.textAt("outcome").orElse("").equals("failed");
            int name = drawing.name(Cell.text(row.textAt("plugin").orElse("?")));
            int packed = packings.computeIfAbsent(lane, key -> new Packing())
                    .row(start, Time.isKnown(ended) ? ended : start);
            drawing.bar(new Drawing.Bar(
                    lane,
                    packed,
                    BarKind.MOUNT,
                    name,
                    start,
                    Time.isKnown(ended) ? ended - start : -1,
                    1,
                    Time.isKnown(ended) ? ended - start : 0,
                    (failed ? Flag.FAILED.bit() : 0) | (Time.isKnown(ended) ? 0 : Flag.OPEN.bit()),
                    -1,
                    -1,
                    -1));
            if (failed) {
                int reason = drawing.name(Cell.text(row.textAt("reason").orElse("it failed")));
                drawing.mark(lane, MarkKind.MOUNT_FAILED.ordinal(), reason, start, 1, -1, -1);
            }
            return true;
        });
    }
}
