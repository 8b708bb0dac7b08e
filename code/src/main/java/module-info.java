/// The code behind the telemetry: symbols, documented sequences, manifests, history.
module dev.backbeat.code {
    requires static org.jspecify;
    requires transitive dev.backbeat.model;
    requires org.eclipse.jgit;
    requires tools.jackson.databind;

    exports dev.backbeat.code;
}
