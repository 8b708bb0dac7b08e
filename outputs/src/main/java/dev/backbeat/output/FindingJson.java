package dev.backbeat.output;

import dev.backbeat.model.Finding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/// A finding with what it is about beside it, flat: what it is not about is left out.
final class FindingJson extends StdSerializer<Finding> {

    private final boolean forPages;

    /// @param forPages whether browsers read it, which know the sentence by one name
    FindingJson(boolean forPages) {
        super(Finding.class);
        this.forPages = forPages;
    }

    @Override
    public void serialize(Finding finding, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeStringProperty("rule", finding.rule());
        json.writePOJOProperty("severity", finding.severity());
        json.writeStringProperty("sentence", finding.sentence());
        if (!forPages) {
            json.writeStringProperty("message", finding.sentence());
        }
        json.writePOJOProperty("count", finding.count());
        subject(finding.subject(), json);
        // One by one: a list as a whole would be written without the kinds of its elements.
        json.writeArrayPropertyStart("evidence");
        finding.evidence().forEach(json::writePOJO);
        json.writeEndArray();
        json.writeStringProperty("hint", finding.hint());
        json.writeEndObject();
    }

    private static void subject(Finding.Subject subject, JsonGenerator json) {
        if (subject.sequence() != null) {
            json.writeStringProperty("sequence", subject.sequence());
        }
        if (subject.beat() != null) {
            json.writeStringProperty("beat", subject.beat());
        }
        if (subject.handler() != null) {
            json.writePOJOProperty("handler", subject.handler());
        }
        if (subject.code() != null) {
            json.writeStringProperty("file", subject.code().path());
            json.writePOJOProperty("line", subject.code().line());
        }
        if (subject.executions() >= 0) {
            json.writePOJOProperty("executions", subject.executions());
            json.writePOJOProperty("executionsOf", subject.executionsOf());
        }
    }
}
