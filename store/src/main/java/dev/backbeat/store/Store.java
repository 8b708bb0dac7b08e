package dev.backbeat.store;

import dev.backbeat.model.SessionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// An embedded store of facts. One process writes at a time; opening and every method throw
/// [dev.backbeat.model.BackbeatException] with the code `STORE`, `ENVIRONMENT` or `NOT_FOUND`.
public interface Store extends AutoCloseable {

    /// The folder that the store lives in.
    Path folder();

    /// How many timed messages the store holds of a session, empty when it does not know the session. Of
    /// two saves of one session the one with more timed messages wins.
    OptionalLong timedMessages(SessionId session);

    /// The input with exactly this content, whatever its name.
    Optional<StoredInput> inputWithContent(long contentHash);

    /// Begins to write an input. What is written becomes visible as a whole when [InputWriter#finish]
    /// returns; a process that is killed before leaves nothing behind.
    InputWriter write();

    /// Goes on writing an input that was finished and has grown. What was written of it as
    /// [passing][InputWriter#passing] gives way; all else stays, and what is written is added to it. What
    /// is read meanwhile is the input as it was before.
    ///
    /// @param input its number
    /// @throws dev.backbeat.model.BackbeatException `NOT_FOUND` where there is none
    InputWriter resume(int input);

    /// All finished inputs, in the order in which they were read.
    List<StoredInput> inputs();

    /// Removes an input with its sessions, its facts and its ledger.
    ///
    /// @return the removed input
    StoredInput forget(int input);

    /// Says which build the sessions of an input ran. The latest word wins over all earlier ones.
    ///
    /// @param commit the commit, where it is said too
    /// @return how many sessions it concerns
    int relabel(int input, String build, @Nullable String commit);

    /// Replaces all that the code says.
    void replaceCode(CodeFacts facts);

    /// Replaces all that coverage tools said of tests.
    void replaceCoverage(CoverageFacts facts);

    /// Asks a question in portable SQL over the documented views. It is given up when the [Asker] it is
    /// asked for leaves.
    ///
    /// @param sql with `?` for each argument
    /// @param reader turns the current row into a value; called once per row, in order
    /// @param arguments `Long`, `Integer`, `Boolean` or `String`
    <T> List<T> rows(String sql, RowReader<T> reader, Object... arguments);

    @Override
    void close();

    /// Turns the current row into a value.
    @FunctionalInterface
    interface RowReader<T> {
        /// The value of the current row.
        T read(Row row);
    }
}
