package dev.backbeat.analysis.timeline;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Lanes.BarKind;
import dev.backbeat.model.Lanes.Flag;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws one execution: itself above, then its movements, its beats with those they called below them, its handlers.
/// What overlaps on one level stands in rows of its own.
final class RunDrawing {

    /// A bar that is not drawn yet.
    ///
    /// @param packs the number of the piece whose row it shares
    private record Piece(
            int level,
            BarKind kind,
            Cell name,
            long start,
            long end,
            long count,
            long flags,
            int parent,
            int packs,
            long offset) {}

    private final Names names;
    private final Run run;
    private final long last;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Integer, Integer> beatPieces = new HashMap<>();
    private final Map<Integer, Integer> movementPieces = new HashMap<>();
    private final Map<Integer, Integer> beatLevels = new HashMap<>();
    private int[] rows = new int[0];
    private int height;

    private RunDrawing(Names names, Run run) {
        this.names = names;
        this.run = run;
        this.last = run.last();
    }

    /// Prepares an execution whose start is known.
    static RunDrawing of(Names names, Run run) {
        RunDrawing drawing = new RunDrawing(names, run);
        int root = drawing.root();
        drawing.movements(root);
        int deepest = drawing.beats(root);
        drawing.calls(deepest + 1);
        drawing.pack();
        return drawing;
    }

    /// How many rows it takes.
    int height() {
        return height;
    }

    long from() {
        return Time.isKnown(run.queued()) ? Math.min(run.queued(), run.start()) : run.start();
    }

    long to() {
        return last;
    }

    private int piece(Piece piece) {
        pieces.add(piece);
        return pieces.size() - 1;
    }

    private int root() {
        boolean open = !Time.isKnown(run.end());
        long flags = flag(run.outcome().equals("failed"), Flag.FAILED)
                | flag(open, Flag.OPEN)
                | flag(run.isContradicted(), Flag.CONTRADICTED);
        Cell name = names.sequence(run.sequence(), run.name());
        long end = Time.isKnown(run.took()) ? run.start() + run.took() : last;
        int root = piece(new Piece(0, BarKind.EXECUTION, name, run.start(), end, 1, flags, -1, 0, run.offset()));
        if (Time.isKnown(run.queued()) && run.queued() < run.start()) {
            piece(new Piece(0, BarKind.QUEUED, name, run.queued(), run.start(), 0, 0, root, root, run.offset()));
        }
        return root;
    }

    private void movements(int root) {
        for (Run.Movement movement : run.movements()) {
            boolean open = !Time.isKnown(movement.end());
            long flags = flag(movement.failed(), Flag.FAILED) | flag(open, Flag.OPEN);
            long start = Time.isKnown(movement.start()) ? movement.start() : run.start();
            long end = open ? last : movement.end();
            int own = pieces.size();
            movementPieces.put(
                    movement.ordinal(),
                    piece(new Piece(
                            1,
                            BarKind.MOVEMENT,
                            Cell.text(movement.name()),
                            start,
                            end,
                            1,
                            flags,
                            root,
                            own,
                            movement.offset())));
        }
    }

    /// @return the level of those that are deepest
    private int beats(int root) {
        int first = run.movements().isEmpty() ? 1 : 2;
        int deepest = first - 1;
        boolean[] parallel = Overlaps.of(
                run.beats(), Run.Beat::parent, Run.Beat::start, beat -> beat.end() == Time.UNKNOWN ? last : beat.end());
        Map<Integer, Boolean> critical = critical();
        for (int i = 0; i < run.beats().size(); i++) {
            Run.Beat beat = run.beats().get(i);
            boolean timed = Time.isKnown(beat.start());
            boolean open = timed && !Time.isKnown(beat.end());
            long start = timed ? beat.start() : run.start();
            long end = timed ? (open ? last : beat.end()) : Time.UNKNOWN;
            int level = beatLevels.containsKey(beat.parent()) ? beatLevels.getOrDefault(beat.parent(), 0) + 1 : first;
            beatLevels.put(beat.ordinal(), level);
            deepest = Math.max(deepest, level);
            int parent = beatPieces.getOrDefault(beat.parent(), movementPieces.getOrDefault(beat.movement(), root));
            long flags = flag(beat.outcome().equals("failed"), Flag.FAILED)
                    | flag(open, Flag.OPEN)
                    | flag(parallel[i], Flag.PARALLEL)
                    | flag(critical.containsKey(beat.ordinal()), Flag.CRITICAL);
            int own = pieces.size();
            Cell name = Cell.text(beat.name());
            beatPieces.put(
                    beat.ordinal(),
                    piece(new Piece(level, BarKind.BEAT, name, start, end, 1, flags, parent, own, beat.offset())));
        }
        return deepest;
    }

    /// The beats one of whose handlers is on the critical path.
    private Map<Integer, Boolean> critical() {
        Map<Integer, Boolean> critical = new HashMap<>();
        for (Run.Call call : run.calls()) {
            if (Time.isKnown(call.path()) && call.path() > 0) {
                critical.put(call.beat(), true);
            }
        }
        return critical;
    }

    private void calls(int level) {
        Run.Call bottleneck = run.calls().size() > 1 ? run.bottleneck() : null;
        Map<Integer, Integer> parents = new HashMap<>();
        run.beats().forEach(beat -> parents.put(beat.ordinal(), beat.parent()));
        boolean[] parallel = Overlaps.of(
                run.calls(),
                call -> parents.getOrDefault(call.beat(), -1),
                Run.Call::begin,
                call -> Time.isKnown(call.end()) ? call.end() : last);
        for (int i = 0; i < run.calls().size(); i++) {
            Run.Call call = run.calls().get(i);
            long flags = flag(call.failed(), Flag.FAILED)
                    | flag(call.open(), Flag.OPEN)
                    | flag(call.ambiguous(), Flag.AMBIGUOUS)
                    | flag(parallel[i], Flag.PARALLEL)
                    | flag(Time.isKnown(call.path()) && call.path() > 0, Flag.CRITICAL)
                    | flag(call.equals(bottleneck), Flag.BOTTLENECK);
            call(call, level, flags);
        }
    }

    private void call(Run.Call call, int level, long flags) {
        @Nullable Integer known = beatPieces.get(call.beat());
        int beat = known == null ? -1 : known;
        Cell name = names.handler(call);
        int own = pieces.size();
        if (!Time.isKnown(call.called())) {
            long start = beat < 0 ? run.start() : pieces.get(beat).start();
            piece(new Piece(level, BarKind.HANDLER, name, start, Time.UNKNOWN, 1, flags, beat, own, call.offset()));
            return;
        }
        long begin = call.begin();
        long end = Math.max(begin, Time.isKnown(call.end()) ? call.end() : Math.max(last, begin));
        long beatEnd = beat < 0 || !Time.isKnown(pieces.get(beat).end())
                ? end
                : Math.max(begin, pieces.get(beat).end());
        boolean after = beatEnd < end;
        // The piece that counts comes first; the others share its row.
        long inside = after && beatEnd == begin ? 0 : 1;
        if (inside == 1) {
            piece(new Piece(
                    level, BarKind.HANDLER, name, begin, Math.min(end, beatEnd), 1, flags, beat, own, call.offset()));
        }
        if (after) {
            piece(new Piece(level, BarKind.BEYOND, name, beatEnd, end, 1 - inside, flags, beat, own, call.offset()));
        }
        if (begin > call.called()) {
            piece(new Piece(level, BarKind.WAITING, name, call.called(), begin, 0, 0, beat, own, call.offset()));
        }
    }

    private static long flag(boolean is, Flag flag) {
        return is ? flag.bit() : 0;
    }

    /// Gives each piece a row: on its level the first that is free.
    private void pack() {
        rows = new int[pieces.size()];
        long[] from = new long[pieces.size()];
        long[] to = new long[pieces.size()];
        Arrays.fill(from, Long.MAX_VALUE);
        Arrays.fill(to, Long.MIN_VALUE);
        int levels = 0;
        for (Piece piece : pieces) {
            from[piece.packs] = Math.min(from[piece.packs], piece.start);
            to[piece.packs] = Math.max(to[piece.packs], Time.isKnown(piece.end) ? piece.end : piece.start);
            levels = Math.max(levels, piece.level + 1);
        }
        int base = 0;
        for (int level = 0; level < levels; level++) {
            List<Integer> here = new ArrayList<>();
            for (int i = 0; i < pieces.size(); i++) {
                if (pieces.get(i).level == level && pieces.get(i).packs == i) {
                    here.add(i);
                }
            }
            here.sort((left, right) -> Long.compare(from[left], from[right]));
            Packing packing = new Packing();
            for (int piece : here) {
                rows[piece] = base + packing.row(from[piece], to[piece]);
            }
            base += packing.rows();
        }
        for (int i = 0; i < pieces.size(); i++) {
            rows[i] = rows[pieces.get(i).packs];
        }
        height = Math.max(1, base);
    }

    /// Draws it.
    ///
    /// @param base the first row in the lane
    /// @param earlier how many nanoseconds earlier than it was
    /// @param narrow what is shorter is drawn together with its neighbours of the same row and part of time
    /// @return the numbers of the bars of beats, by their ordinal
    Map<Integer, Integer> draw(Drawing drawing, int lane, int base, long earlier, long narrow) {
        int execution = drawing.execution(run);
        int[] drawn = new int[pieces.size()];
        Map<String, Integer> together = new HashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            long duration = Time.isKnown(piece.end) ? Math.max(0, piece.end - piece.start) : -1;
            int parent = piece.parent < 0 ? -1 : drawn[piece.parent];
            Drawing.Bar bar = new Drawing.Bar(
                    lane,
                    base + rows[i],
                    piece.kind,
                    drawing.name(piece.name),
                    piece.start - earlier,
                    duration,
                    piece.count,
                    Math.max(0, duration),
                    piece.flags,
                    parent,
                    execution,
                    piece.offset);
            boolean small = piece.level > 0 && duration < narrow && narrow > 1;
            String part = small ? rows[i] + " " + piece.kind + " " + (piece.start - run.start()) / narrow : "";
            Integer known = small ? together.get(part) : null;
            if (known == null) {
                drawn[i] = drawing.bar(bar);
                if (small) {
                    together.put(part, drawn[i]);
                }
            } else {
                drawn[i] = known;
                drawing.bars().set(known, joined(drawing.bars().get(known), bar));
            }
        }
        for (Run.Moment moment : run.moments()) {
            if (Time.isKnown(moment.time())) {
                int name = drawing.name(Cell.text(moment.name()));
                drawing.mark(lane, moment.kind(), name, moment.time() - earlier, 1, execution, moment.offset());
            }
        }
        Map<Integer, Integer> beats = new HashMap<>();
        beatPieces.forEach((ordinal, piece) -> beats.put(ordinal, drawn[piece]));
        return beats;
    }

    /// Two bars as one.
    static Drawing.Bar joined(Drawing.Bar one, Drawing.Bar other) {
        long start = Math.min(one.start(), other.start());
        long end = Math.max(one.start() + Math.max(0, one.duration()), other.start() + Math.max(0, other.duration()));
        return new Drawing.Bar(
                one.lane(),
                one.row(),
                one.kind(),
                one.name(),
                start,
                end - start,
                one.count() + other.count(),
                one.busy() + other.busy(),
                one.flags() | other.flags(),
                one.parent(),
                one.execution() == other.execution() ? one.execution() : -1,
                one.offset());
    }
}
