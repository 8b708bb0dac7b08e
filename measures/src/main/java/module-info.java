/// What several answers share: variants, alignments, models and logs of process mining.
module dev.backbeat.measure {
    requires static org.jspecify;
    requires transitive dev.backbeat.model;
    requires java.xml;

    exports dev.backbeat.measure.alignment;
    exports dev.backbeat.measure.petri;
    exports dev.backbeat.measure.variant;
}
