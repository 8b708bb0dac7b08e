package dev.backbeat.store;

import dev.backbeat.model.Claim;
import dev.backbeat.model.ClaimSource;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import java.util.List;

/// Writes one input: its facts, its sessions, and at last its ledger. Closing without [#finish] undoes
/// everything. Memory stays bounded however large the input is.
public interface InputWriter extends FactSink, AutoCloseable {

    /// The store's number of this input, for the origins of its facts.
    int input();

    /// Whether the store holds a session that this input did not replace and has not written.
    boolean holds(SessionId session);

    /// Says that the facts that follow replace those of a session that the store already knows. The old
    /// ones stay visible until [#finish].
    void replaces(SessionId session);

    /// Says that the facts and sessions that follow hold only until somebody [goes on][Store#resume]
    /// writing this input, because what they were read from may go on. A session that goes on is written
    /// anew each time.
    void passing();

    /// A session of this input has ended.
    ///
    /// @param build the label and commit of what it ran
    void session(Session session, SessionBuild build);

    /// This input is a report of somebody else's tool: what it says of itself, and what it claims of a
    /// session.
    void report(ClaimSource source, List<Claim> claims);

    /// Makes all of it visible at once, together with the input's ledger. Inputs whose last session was
    /// replaced are removed.
    ///
    /// @return the inputs that were removed, so that their journals can be
    List<StoredInput> finish(InputRecord input);

    @Override
    void close();
}
