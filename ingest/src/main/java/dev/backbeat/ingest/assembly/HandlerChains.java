package dev.backbeat.ingest.assembly;

import dev.backbeat.model.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Ties the end of a handler run to its call.
///
/// The conductor runs the handlers of one execution on one promise chain, in the order of their calls. So
/// of each execution only the handler run at the head of its chain can be the next to end. In this order:
///
/// 1. the record names the request: the head of that execution;
/// 2. one head alone fits (its event, or for a failure its plugin and the handler names seen for its
///    event);
/// 3. several fit, and the handler run that ended last belongs to an execution whose head is among them:
///    the next link of a chain follows at once;
/// 4. the one that was called first, marked as ambiguous.
///
/// The name of the sequence in the record is never used: it is that of a subscription.
final class HandlerChains {

    /// An open handler run, its execution, and how sure the tie is.
    record Tied(Run run, OpenHandler handler, Tie tie) {}

    /// How many requests are remembered for late records; the oldest are forgotten first.
    private static final int MAX_REQUESTS = 20_000;

    private final Map<String, Run> byRequest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Run> eldest) {
            return size() > MAX_REQUESTS;
        }
    };
    private final LinkedHashSet<Run> pending = new LinkedHashSet<>();
    private final Map<String, Set<String>> handlersByEvent = new HashMap<>();
    private @Nullable Run endedLast;

    /// Another one that goes on from here by itself.
    HandlerChains copy(Copies copies) {
        HandlerChains copy = new HandlerChains();
        byRequest.forEach((request, run) -> copy.byRequest.put(request, copies.of(run)));
        copy.pending.addAll(copies.of(pending));
        handlersByEvent.forEach((event, names) -> copy.handlersByEvent.put(event, new HashSet<>(names)));
        copy.endedLast = copies.orNone(endedLast);
        return copy;
    }

    void identified(Run run, String requestId) {
        byRequest.put(requestId, run);
    }

    void called(Run run, OpenHandler handler) {
        run.chain.addLast(handler);
        pending.add(run);
    }

    /// Forgets calls that were only inferred: the log turns out to name the calls.
    void forgetInferred(Run run) {
        run.chain.removeIf(handler -> handler.inferred);
        settle(run);
    }

    Set<Run> pending() {
        return pending;
    }

    /// The handler run that is open, `null` when none is or several are: one of each chain can be at work.
    @Nullable
    OpenHandler onlyOpen() {
        return pending.size() == 1 ? pending.getFirst().chain.peekFirst() : null;
    }

    @Nullable
    Run ofRequest(String requestId) {
        return byRequest.get(requestId);
    }

    /// Whose call a baton record ends, `null` when no call is open that fits.
    @Nullable
    Tied baton(String event, String handlerName, @Nullable String requestId) {
        handlersByEvent.computeIfAbsent(event, name -> new HashSet<>()).add(handlerName);
        if (requestId != null) {
            Run run = byRequest.get(requestId);
            OpenHandler handler = run == null ? null : first(run, open -> open.isFor(event));
            return run == null || handler == null ? null : new Tied(run, handler, Tie.REQUEST_ID);
        }
        return choose(open -> open.isFor(event));
    }

    /// Whose call a failure ends, `null` when no call is open that fits.
    @Nullable
    Tied failure(String plugin, String handlerName) {
        Tied known = choose(open -> isOf(open, plugin) && names(open).contains(handlerName));
        return known != null
                ? known
                : choose(open -> isOf(open, plugin) && names(open).isEmpty());
    }

    private static boolean isOf(OpenHandler open, String plugin) {
        return open.plugin == null || open.plugin.equals(plugin);
    }

    private Set<String> names(OpenHandler open) {
        return open.event == null ? Set.of() : handlersByEvent.getOrDefault(open.event, Set.of());
    }

    private @Nullable Tied choose(Predicate<OpenHandler> fits) {
        List<Run> heads = new ArrayList<>();
        for (Run run : pending) {
            OpenHandler head = run.chain.peekFirst();
            if (head != null && fits.test(head)) {
                heads.add(run);
            }
        }
        List<Run> candidates = heads.isEmpty() ? behindHeads(fits) : heads;
        if (candidates.isEmpty()) {
            return null;
        }
        Run neighbour = endedLast;
        boolean only = candidates.size() == 1;
        boolean near = !only && neighbour != null && candidates.contains(neighbour);
        Run run = near && neighbour != null ? neighbour : firstCalled(candidates, fits);
        OpenHandler handler = first(run, fits);
        Tie tie = only ? Tie.ONLY_CANDIDATE : near ? Tie.CHAIN_NEIGHBOUR : Tie.FIRST_CALLED;
        return handler == null ? null : new Tied(run, handler, tie);
    }

    /// A head whose end the log does not show hides the links behind it.
    private List<Run> behindHeads(Predicate<OpenHandler> fits) {
        List<Run> runs = new ArrayList<>();
        for (Run run : pending) {
            if (first(run, fits) != null) {
                runs.add(run);
            }
        }
        return runs;
    }

    private static Run firstCalled(List<Run> candidates, Predicate<OpenHandler> fits) {
        Run best = candidates.getFirst();
        long bestOffset = Long.MAX_VALUE;
        for (Run run : candidates) {
            OpenHandler handler = first(run, fits);
            if (handler != null && handler.callOffset < bestOffset) {
                best = run;
                bestOffset = handler.callOffset;
            }
        }
        return best;
    }

    private static @Nullable OpenHandler first(Run run, Predicate<OpenHandler> fits) {
        for (OpenHandler open : run.chain) {
            if (fits.test(open)) {
                return open;
            }
        }
        return null;
    }

    /// Takes the handler run off its chain, with those before it: they must have ended unseen.
    ///
    /// @return those before it
    List<OpenHandler> ended(Run run, OpenHandler handler) {
        List<OpenHandler> unseen = new ArrayList<>();
        while (!run.chain.isEmpty()) {
            OpenHandler head = run.chain.removeFirst();
            if (head == handler) {
                break;
            }
            unseen.add(head);
        }
        endedLast = run;
        settle(run);
        return unseen;
    }

    /// Forgets what is no longer needed of a run.
    void settle(Run run) {
        if (run.chain.isEmpty()) {
            pending.remove(run);
        }
    }
}
