package dev.backbeat.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one exception of Backbeat: unexpected trouble with a code, a sentence and a hint. Expected trouble
/// (an unreadable line, an execution that does not end) is a value, not an exception.
public final class BackbeatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    @Nullable
    private final String hint;

    private BackbeatException(ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    /// Trouble without a hint.
    public static BackbeatException of(ErrorCode code, String message) {
        return new BackbeatException(code, message, null, null);
    }

    /// Trouble that the user can do something about.
    ///
    /// @param hint what to do, a sentence in lower case without a full stop
    public static BackbeatException withHint(ErrorCode code, String message, String hint) {
        return new BackbeatException(code, message, hint, null);
    }

    /// The same trouble with what caused it.
    public BackbeatException causedBy(Throwable cause) {
        return new BackbeatException(code, String.valueOf(getMessage()), hint, cause);
    }

    /// What kind of trouble it is.
    public ErrorCode code() {
        return code;
    }

    /// What to do about it.
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
