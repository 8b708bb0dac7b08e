/// The formats out, one package each. They see exhibits only.
module dev.backbeat.output {
    requires static org.jspecify;
    requires transitive dev.backbeat.model;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;

    exports dev.backbeat.output;
    exports dev.backbeat.output.chrometrace;
    exports dev.backbeat.output.csv;
    exports dev.backbeat.output.dot;
    exports dev.backbeat.output.html;
    exports dev.backbeat.output.json;
    exports dev.backbeat.output.junit;
    exports dev.backbeat.output.lcov;
    exports dev.backbeat.output.markdown;
    exports dev.backbeat.output.sarif;
    exports dev.backbeat.output.speedscope;
    exports dev.backbeat.output.terminal;
    exports dev.backbeat.output.xes;
}
