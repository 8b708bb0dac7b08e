package dev.backbeat.app.cli;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.SessionId;

/// Identities as people type them.
final class Ids {

    private Ids() {}

    static SessionId session(String said) {
        try {
            return SessionId.parse(said);
        } catch (IllegalArgumentException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`%s` is no session".formatted(said),
                            "`backbeat sessions` lists their ids, sixteen digits each")
                    .causedBy(e);
        }
    }

    static ExecutionId execution(String said) {
        try {
            return ExecutionId.parse(said);
        } catch (IllegalArgumentException e) {
            throw BackbeatException.withHint(
                            ErrorCode.USAGE,
                            "`%s` is no execution".formatted(said),
                            "`backbeat executions` lists their ids, sixteen digits each")
                    .causedBy(e);
        }
    }
}
