package dev.backbeat.store;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Somebody who waits for an answer and may stop waiting. What a store is asked within [#await] is then
/// given up: what runs is stopped, what would come next does not begin.
public final class Asker {

    private static final ScopedValue<Asker> CURRENT = ScopedValue.newInstance();

    private final Set<Running> running = new HashSet<>();
    private volatile boolean left;

    /// A question that a store is working on.
    public static final class Running implements AutoCloseable {

        private final Asker asker;
        private final Runnable stop;

        private Running(Asker asker, Runnable stop) {
            this.asker = asker;
            this.stop = stop;
        }

        /// Goes on only while somebody waits.
        ///
        /// @throws BackbeatException where nobody does
        public void check() {
            if (asker.hasLeft()) {
                throw gone();
            }
        }

        @Override
        public void close() {
            synchronized (asker) {
                asker.running.remove(this);
            }
        }
    }

    /// The one who waits for what this thread does; empty where that is done in any case.
    public static Optional<Asker> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Does some work that this asker waits for.
    ///
    /// @throws BackbeatException where he left
    public <T> T await(Supplier<T> work) {
        if (hasLeft()) {
            throw gone();
        }
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// Tells of a question that begins.
    ///
    /// @param stop stops it; may be called from any thread, and more than once, until it is closed
    /// @throws BackbeatException where nobody waits
    public synchronized Running begins(Runnable stop) {
        if (left) {
            throw gone();
        }
        Running begun = new Running(this, stop);
        running.add(begun);
        return begun;
    }

    /// Waits no longer. To be said again while [#isServed]: a question that just begins may not have
    /// heard it.
    public synchronized void leave() {
        left = true;
        running.forEach(question -> question.stop.run());
    }

    /// Whether he does not wait.
    public boolean hasLeft() {
        return left;
    }

    /// Whether a store is working for him.
    public synchronized boolean isServed() {
        return !running.isEmpty();
    }

    /// What is thrown where nobody waits.
    public static BackbeatException gone() {
        return BackbeatException.of(ErrorCode.STORE, "nobody waits for the answer any more");
    }
}
