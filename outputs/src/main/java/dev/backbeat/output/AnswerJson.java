package dev.backbeat.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.backbeat.model.Answer;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Answers as JSON, in the shape that `docs/reference/answer.schema.json` describes.
public final class AnswerJson {

    /// The version of the shape.
    public static final int SCHEMA = 1;

    private record Shown(
            int schema,
            String id,
            String question,
            List<Exhibit> exhibits,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Report.Part> parts,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Answer.Detail> details) {}

    private final JsonMapper mapper;
    private final boolean withDetails;

    private AnswerJson(JsonMapper mapper, boolean withDetails) {
        this.mapper = mapper;
        this.withDetails = withDetails;
    }

    /// For programs: indented, every number as it is, without what lies behind references.
    public static AnswerJson forPrograms() {
        JsonMapper mapper = mapper(new ExhibitModule(false))
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        return new AnswerJson(mapper, false);
    }

    /// For browsers: dense, numbers that JavaScript would round as text, cells that lead nowhere without
    /// `references`.
    public static AnswerJson forPages() {
        return new AnswerJson(mapper(new ExhibitModule(true)).build(), true);
    }

    private static JsonMapper.Builder mapper(ExhibitModule module) {
        return JsonMapper.builder().addModule(module).disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }

    /// Writes an answer; does not close what it writes to.
    ///
    /// @throws IOException when `target` takes no more
    public void write(Answer answer, Writer target) throws IOException {
        List<Answer.Detail> details = withDetails ? answer.details() : List.of();
        write(new Shown(SCHEMA, answer.id(), answer.question(), answer.exhibits(), List.of(), details), target);
    }

    /// Writes a report for its page: what to look at first as its exhibits, and the answers as its
    /// `parts`; does not close what it writes to.
    ///
    /// @throws IOException when `target` takes no more
    public void write(Report report, Writer target) throws IOException {
        List<Answer.Detail> details = withDetails ? report.details() : List.of();
        write(new Shown(SCHEMA, report.id(), report.question(), report.first(), report.parts(), details), target);
    }

    private void write(Shown shown, Writer target) throws IOException {
        try {
            mapper.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(target, shown);
        } catch (JacksonException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException io) {
                    throw io;
                }
            }
            throw e;
        }
    }
}
