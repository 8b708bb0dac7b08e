/// Lookups that are no analyses: an execution, raw lines, the ledger, sessions, everything about one handler.
module dev.backbeat.inspect {
    requires static org.jspecify;
    requires dev.backbeat.code;
    requires transitive dev.backbeat.model;
    requires transitive dev.backbeat.store;

    exports dev.backbeat.inspect;
    exports dev.backbeat.inspect.claims;
}
