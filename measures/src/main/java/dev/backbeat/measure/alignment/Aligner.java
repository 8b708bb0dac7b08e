package dev.backbeat.measure.alignment;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds optimal alignments of traces with one net: A* over the synchronous product of trace and net.
///
/// The state space of the net is explored once, up to [#EXPLORED_STATES]; where that is all of it,
/// every state gets [Bounds] that steer the search. Larger and unbounded nets are explored on the way,
/// trace by trace, and only labels that the net doesn't have steer.
///
/// Deterministic: of several optimal alignments the one is taken that is found first when ties go to
/// what was reached last, with a synchronous move tried before an invisible one, that before a visible
/// move of the model, and the log move last; so of two equal observations of which one is too many, the
/// later one is. What was aligned before changes nothing.
///
/// For one thread at a time; aligners of one net are independent.
public final class Aligner {

    /// Up to how many states a net is explored in advance.
    public static final int EXPLORED_STATES = 50_000;

    /// How many pairs of a state and a position a search meets before it gives up, unless told
    /// otherwise.
    public static final int SEARCHED_STATES = 2_000_000;

    private static final int MOST_BOUND_BYTES = 1 << 26;
    private static final int MOST_MARKING_BYTES = 1 << 28;

    private final Net net;
    private final Costs costs;
    private final int searchedStates;
    private final int[] transitionCosts;
    private final int[] leastModelCosts;
    private final Nodes nodes = new Nodes();
    private final StateQueue queue = new StateQueue();
    private StateSpace space;

    @Nullable
    private final Bounds bounds;

    /// Aligns with a net.
    ///
    /// @throws BackbeatException `INPUT` when the end of the net can't be reached from its start
    public Aligner(Net net, Costs costs) {
        this(net, costs, SEARCHED_STATES);
    }

    /// Aligns with a net, and gives up beyond a number of searched states.
    ///
    /// @throws BackbeatException `INPUT` when the end of the net can't be reached from its start
    public Aligner(Net net, Costs costs, int searchedStates) {
        this(net, costs, costs.ofTransitions(net), searchedStates, EXPLORED_STATES);
    }

    /// Aligns with a net in which it costs differently to pass each transition unobserved.
    ///
    /// @param transitionCosts see [Costs#ofTransitions]; those of the costs are not looked at
    /// @param searchedStates see [#SEARCHED_STATES]
    /// @param exploredStates see [#EXPLORED_STATES]
    /// @throws BackbeatException `INPUT` when the end of the net can't be reached from its start
    public Aligner(Net net, Costs costs, int[] transitionCosts, int searchedStates, int exploredStates) {
        this.net = net;
        this.costs = costs;
        this.transitionCosts = transitionCosts.clone();
        this.searchedStates =
                Math.max(1, Math.min(searchedStates, MOST_MARKING_BYTES / 2 / Math.max(1, net.places())));
        this.leastModelCosts = leastModelCosts();
        this.space = new StateSpace(net);
        int affordable = MOST_BOUND_BYTES / Math.max(1, 2 * net.labelCount());
        boolean small = space.explore(Math.min(exploredStates, affordable));
        this.bounds = small ? Bounds.of(net, space, this.transitionCosts) : null;
        if (bounds != null && bounds.rest(0, new int[net.labelCount()], 0, 0, leastModelCosts) < 0) {
            throw noEnd();
        }
        if (!small) {
            space = new StateSpace(net);
        }
    }

    /// Whether the whole state space of the net is known, so that searches are steered.
    public boolean isExplored() {
        return bounds != null;
    }

    /// What it costs to pass the net along its cheapest way without observing anything.
    public Optional<Alignment> alignEmpty() {
        return align(List.of());
    }

    /// The cheapest explanation of a trace.
    ///
    /// @return empty when more states were searched than is allowed
    /// @throws BackbeatException `INPUT` when the end of the net can't be reached from its start
    public Optional<Alignment> align(List<String> trace) {
        int[] labels = trace.stream().mapToInt(net::numberOf).toArray();
        int[] remaining = remaining(labels);
        if (bounds == null) {
            space = new StateSpace(net);
        }
        nodes.clear();
        queue.clear();
        reach(0, 0, -1, -1, 0, remaining);
        while (!queue.isEmpty()) {
            long key = queue.key();
            int node = queue.removeFirst();
            if (key > nodes.cost(node) + nodes.rest(node) || !nodes.close(node)) {
                continue;
            }
            if (nodes.position(node) == labels.length && nodes.state(node) == space.end()) {
                return Optional.of(new Alignment(nodes.cost(node), moves(node)));
            }
            if (nodes.size() > searchedStates) {
                return Optional.empty();
            }
            leave(node, labels, remaining);
            if (bounds == null && space.isOverflowed()) {
                return Optional.empty();
            }
        }
        throw noEnd();
    }

    private void leave(int node, int[] labels, int[] remaining) {
        int state = nodes.state(node);
        int position = nodes.position(node);
        long cost = nodes.cost(node);
        int label = position < labels.length ? labels[position] : -1;
        if (position < labels.length) {
            reach(state, position + 1, node, -1, cost + costs.logMove(), remaining);
        }
        space.expand(state);
        for (int pass = 0; pass < 2; pass++) {
            for (int step = space.lastStep(state) - 1; step >= space.firstStep(state); step--) {
                int transition = space.transition(step);
                if (net.isInvisible(transition) == (pass == 1)) {
                    long moved = cost + transitionCosts[transition];
                    reach(space.target(step), position, node, transition, moved, remaining);
                }
            }
        }
        for (int step = space.lastStep(state) - 1; label >= 0 && step >= space.firstStep(state); step--) {
            int transition = space.transition(step);
            if (net.labelNumber(transition) == label) {
                reach(space.target(step), position + 1, node, transition, cost, remaining);
            }
        }
    }

    private void reach(int state, int position, int parent, int move, long cost, int[] remaining) {
        int found = nodes.find(state, position);
        if (found >= 0) {
            if (cost < nodes.cost(found)) {
                nodes.reach(found, parent, move, cost);
                queue.add(cost + nodes.rest(found), found);
            }
            return;
        }
        long rest = rest(state, position, remaining);
        if (rest >= 0) {
            int node = nodes.add(-1 - found, state, position, rest);
            nodes.reach(node, parent, move, cost);
            queue.add(cost + rest, node);
        }
    }

    /// What the rest costs at least, or -1 when the end can't be reached.
    private long rest(int state, int position, int[] remaining) {
        int row = position * (net.labelCount() + 1);
        long unknown = (long) remaining[row + net.labelCount()] * costs.logMove();
        if (bounds == null) {
            return unknown;
        }
        long known = bounds.rest(state, remaining, row, costs.logMove(), leastModelCosts);
        return known < 0 ? -1 : unknown + known;
    }

    /// A row for each position: how often each label is still to come, and how many that the net
    /// doesn't have.
    private int[] remaining(int[] labels) {
        int width = net.labelCount() + 1;
        int[] remaining = new int[(labels.length + 1) * width];
        for (int position = labels.length - 1; position >= 0; position--) {
            System.arraycopy(remaining, (position + 1) * width, remaining, position * width, width);
            remaining[position * width + (labels[position] < 0 ? width - 1 : labels[position])]++;
        }
        return remaining;
    }

    private List<Move> moves(int last) {
        List<Move> moves = new ArrayList<>();
        for (int node = last; nodes.parent(node) >= 0; node = nodes.parent(node)) {
            int transition = nodes.move(node);
            boolean observed = nodes.position(node) > nodes.position(nodes.parent(node));
            Move.Kind kind = transition < 0
                    ? Move.Kind.LOG
                    : observed
                            ? Move.Kind.SYNCHRONOUS
                            : net.isInvisible(transition) ? Move.Kind.INVISIBLE : Move.Kind.MODEL;
            moves.add(new Move(kind, transition, observed ? nodes.position(node) - 1 : -1));
        }
        return List.copyOf(moves.reversed());
    }

    private int[] leastModelCosts() {
        int[] least = new int[net.labelCount()];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int transition = 0; transition < transitionCosts.length; transition++) {
            int label = net.labelNumber(transition);
            if (label >= 0) {
                least[label] = Math.min(least[label], transitionCosts[transition]);
            }
        }
        return least;
    }

    private static BackbeatException noEnd() {
        return BackbeatException.withHint(
                ErrorCode.INPUT,
                "the end of the net can't be reached from its start",
                "look at its initial and final marking");
    }
}
