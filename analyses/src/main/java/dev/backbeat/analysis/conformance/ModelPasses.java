package dev.backbeat.analysis.conformance;

import dev.backbeat.measure.alignment.Move;
import dev.backbeat.measure.alignment.Net;
import dev.backbeat.measure.petri.PetriNet;
import dev.backbeat.model.Cell;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Exhibit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// How many executions lead over each transition of a net.
final class ModelPasses {

    private final PetriNet model;
    private final long[] executions;
    private final long[] together;
    private final long[] missing;
    private long all;

    ModelPasses(PetriNet model) {
        this.model = model;
        this.executions = new long[model.net().transitions()];
        this.together = new long[executions.length];
        this.missing = new long[executions.length];
    }

    /// So many executions were aligned by these moves.
    void add(List<Move> moves, long times) {
        Set<Integer> met = new HashSet<>();
        all += times;
        for (Move move : moves) {
            if (move.transition() >= 0) {
                executions[move.transition()] += met.add(move.transition()) ? times : 0;
                together[move.transition()] += move.kind() == Move.Kind.SYNCHRONOUS ? times : 0;
                missing[move.transition()] += move.kind() == Move.Kind.MODEL ? times : 0;
            }
        }
    }

    List<Modelled.Step> steps(IntFunction<@Nullable CodePlace> places) {
        List<Modelled.Step> steps = new ArrayList<>();
        for (int transition = 0; transition < executions.length; transition++) {
            steps.add(new Modelled.Step(
                    name(transition),
                    model.net().isInvisible(transition),
                    Objects.requireNonNull(places.apply(transition)),
                    executions[transition],
                    together[transition],
                    missing[transition]));
        }
        return steps;
    }

    private String name(int transition) {
        return model.label(transition)
                .orElseGet(() -> "τ " + model.transitions().get(transition));
    }

    /// The net: places and transitions, each arc with the executions over its transition.
    Exhibit.Graph graph() {
        Net net = model.net();
        List<Exhibit.Graph.Node> nodes = new ArrayList<>();
        List<Exhibit.Graph.Edge> edges = new ArrayList<>();
        long[] over = new long[net.places()];
        for (int transition = 0; transition < executions.length; transition++) {
            int node = net.places() + transition;
            for (int place : distinct(net.inputs(transition))) {
                edges.add(new Exhibit.Graph.Edge(place, node, executions[transition]));
            }
            for (int place : distinct(net.outputs(transition))) {
                edges.add(new Exhibit.Graph.Edge(node, place, executions[transition]));
                over[place] = Math.min(all, over[place] + executions[transition]);
            }
        }
        for (int place = 0; place < net.places(); place++) {
            boolean start = net.initialTokens(place) > 0;
            String mark = start ? "● " : net.endTokens(place) > 0 ? "◎ " : "○ ";
            nodes.add(new Exhibit.Graph.Node(Cell.text(mark + model.places().get(place)), start ? all : over[place]));
        }
        for (int transition = 0; transition < executions.length; transition++) {
            nodes.add(new Exhibit.Graph.Node(Cell.code(name(transition)), executions[transition]));
        }
        return new Exhibit.Graph(
                "the net `%s`, with the executions over each transition".formatted(model.name()), nodes, edges, "");
    }

    private static List<Integer> distinct(int[] places) {
        List<Integer> distinct = new ArrayList<>();
        for (int place : places) {
            if (!distinct.contains(place)) {
                distinct.add(place);
            }
        }
        return distinct;
    }
}
