package dev.backbeat.app.server;

import dev.backbeat.store.Asker;
import java.util.concurrent.CompletableFuture;

/// An answer that is being worked out, and how many requests wait for it. When the last has gone, it is
/// given up.
final class Work {

    private final Asker asker = new Asker();
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();
    private int waiting;
    private boolean ahead;
    private boolean givenUp;

    /// @param ahead whether it is worked out before anybody asks
    Work(boolean ahead) {
        this.ahead = ahead;
    }

    Asker asker() {
        return asker;
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    /// One more request waits.
    ///
    /// @return not where it was given up already
    synchronized boolean join() {
        if (givenUp) {
            return false;
        }
        ahead = false;
        waiting++;
        return true;
    }

    /// A request waits no longer.
    ///
    /// @return whether it was the last one, and the work is not done
    synchronized boolean part() {
        waiting--;
        if (waiting > 0 || reply.isDone()) {
            return false;
        }
        givenUp = true;
        return true;
    }

    /// Whether nobody asked for it yet.
    synchronized boolean isAhead() {
        return ahead && !reply.isDone();
    }

    /// Gives up what nobody asked for.
    ///
    /// @return whether it does
    synchronized boolean giveUpAhead() {
        if (!ahead || reply.isDone()) {
            return false;
        }
        givenUp = true;
        return true;
    }
}
