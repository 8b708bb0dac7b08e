/// From telemetry names to symbols.
module dev.backbeat.mapping {
    requires static org.jspecify;
    requires transitive dev.backbeat.code;
    requires transitive dev.backbeat.store;

    exports dev.backbeat.mapping;
}
