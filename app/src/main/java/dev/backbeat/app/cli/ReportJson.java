package dev.backbeat.app.cli;

import dev.backbeat.app.engine.AnalyzeReport;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A report as one JSON object.
final class ReportJson {

    private ReportJson() {}

    static String of(AnalyzeReport report) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build()
                .writeValueAsString(report);
    }
}
