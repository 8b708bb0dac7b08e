/// The words of Backbeat as records: events, facts, findings, exhibits. It needs nothing but the JDK.
module dev.backbeat.model {
    requires static org.jspecify;

    exports dev.backbeat.model;
}
