package dev.backbeat.code.json;

import java.io.Serial;

/// A document that is no JSON.
public final class InvalidJsonException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;

    InvalidJsonException(int line, String message) {
        super(message);
        this.line = line;
    }

    /// Where, from 1; 0 where that is not known.
    public int line() {
        return line;
    }
}
