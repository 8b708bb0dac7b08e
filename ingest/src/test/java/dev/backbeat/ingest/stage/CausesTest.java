package dev.backbeat.ingest.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Execution;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which execution is told to have asked for another, and when none is.
///
/// The lines are cut from a session of the storefront, in which forecasts ask for stock and stock asks for
/// forecasts.
class CausesTest {

    private static final String FORECAST = "reporting-forecast-symphony-1795397479867-6pg2vez7z";
    private static final String RESTOCK = "catalog-restock-symphony-1795397479942-tqmbydl3k";
    private static final String AGAIN = "reporting-forecast-symphony-1795397479999-tyub0yv2r";
    private static final String LAST = "catalog-restock-symphony-1795397480027-nd9wpzyji";

    private final StringBuilder log = new StringBuilder();
    private int millis = 100;

    CausesTest() {
        line(RecordedLogs.STARTED);
        line("🎼 SequenceRegistry: Registered sequence \"Catalog Restock\" (id: catalog-restock-symphony)");
        line("📡 EventBus: Subscribed to \"catalog:stock:order\" (1 total subscribers)"
                + " (plugin: CatalogPlugin:catalog-restock-symphony)");
        line("🎼 SequenceRegistry: Registered sequence \"Reporting Forecast\" (id: reporting-forecast-symphony)");
        line("📡 EventBus: Subscribed to \"reporting:demand:forecast\" (1 total subscribers)"
                + " (plugin: ReportingPlugin:reporting-forecast-symphony)");
    }

    @Test
    void aHandlerThatEndsAtOnceAskedWhenNoOtherIsOpen() {
        forecastAsked();
        forecastStarts(FORECAST);
        millis += 66;
        restockAsked();
        millis += 1;
        forecastEnds(FORECAST);
        restockStarts(RESTOCK);

        assertThat(causeOf(RESTOCK)).isEqualTo(FORECAST);
        assertThat(causeOf(FORECAST)).isNull();
    }

    /// The handler of the restocking asked for a forecast and is still open when that asks for more stock.
    @Test
    void aHandlerThatEndsFirstNeedNotHaveAskedWhenAnotherIsOpen() {
        restockAsked();
        restockStarts(RESTOCK);
        restockReported();
        forecastAsked();
        forecastStarts(AGAIN);
        millis += 26;
        restockAsked();
        restockEnds(RESTOCK);
        forecastEnds(AGAIN);
        restockStarts(LAST);

        assertThat(causeOf(LAST)).isNull();
        assertThat(causeOf(AGAIN)).isNull();
    }

    @Test
    void aHandlerThatGoesOnMayHaveAskedAsWell() {
        restockAsked();
        restockStarts(RESTOCK);
        restockReported();
        forecastAsked();
        forecastStarts(AGAIN);
        restockAsked();
        forecastEnds(AGAIN);
        restockStarts(LAST);

        assertThat(causeOf(LAST)).isNull();
    }

    /// While a handler waits, a request may come from anywhere.
    @Test
    void aHandlerThatEndsLaterNeedNotHaveAsked() {
        forecastAsked();
        forecastStarts(FORECAST);
        restockAsked();
        millis += 30;
        forecastEnds(FORECAST);
        restockStarts(RESTOCK);

        assertThat(causeOf(RESTOCK)).isNull();
    }

    private @Nullable String causeOf(String requestId) {
        List<Execution> executions =
                ReadInput.of(log.toString(), ReadInput.RECORDER).facts().of(Execution.class);
        Execution asked = executions.stream()
                .filter(execution -> requestId.equals(execution.requestId()))
                .findFirst()
                .orElseThrow();
        return executions.stream()
                .filter(execution -> execution.id().equals(asked.causeExecution()))
                .map(execution -> Objects.requireNonNull(execution.requestId()))
                .findFirst()
                .orElse(null);
    }

    private void forecastAsked() {
        line("[topics] Routing 'stock.changed' -> ReportingPlugin::reporting-forecast-symphony (hasPlay=true)");
        asked("ReportingPlugin -> reporting-forecast-symphony", "Reporting Forecast");
    }

    private void restockAsked() {
        line("[topics] Routing 'forecast.changed' -> CatalogPlugin::catalog-restock-symphony (hasPlay=true)");
        asked("CatalogPlugin -> catalog-restock-symphony", "Catalog Restock");
    }

    private void asked(String play, String name) {
        line("🎼 PluginInterfaceFacade.play(): " + play);
        line("🎼 ExecutionQueue: Enqueued \"%s\" with priority NORMAL (Queue size: 1)".formatted(name));
    }

    private void forecastStarts(String requestId) {
        starts("Reporting Forecast", requestId, "Forecast Demand", "reporting:demand:forecast");
    }

    private void restockStarts(String requestId) {
        starts("Catalog Restock", requestId, "Order Stock", "catalog:stock:order");
    }

    private void starts(String name, String requestId, String beat, String event) {
        line("🎼 ExecutionQueue: Dequeued \"%s\"".formatted(name));
        line("🎼 ExecutionQueue: Now executing \"%s\"".formatted(name));
        line("🎵 MovementExecutor: Starting movement \"Only\" with 1 beats");
        line("%c🆔 Request ID: " + requestId + " color: #6C757D; font-weight: normal;");
        line("🥁 MovementExecutor: Executing beat 1 (1/1)");
        line("🎵 Beat 1 Started: %s (%s)".formatted(beat, event));
        line("%c🎯 Event: " + event + " color: #20C997; font-weight: bold;");
        line("""
                {"sequence":"%s","movement":"Movement 1","beat":1,"type":"UNKNOWN","timing":"immediate"}\
                """.formatted(name));
    }

    private void restockReported() {
        millis += 48;
        line("✅ BeatExecutor: Beat 1 (catalog:stock:order) completed in 48ms");
        line("✅ MovementExecutor: Movement \"Only\" completed successfully");
        line("✅ SequenceExecutor: Sequence \"Catalog Restock\" completed in 50ms");
    }

    private void forecastEnds(String requestId) {
        line("🎽 DataBaton: +demand | seq=Reporting Forecast beat=? event=reporting:demand:forecast"
                + " handler=forecastDemand plugin=ReportingPlugin req=" + requestId + " preview={\"demand\":5}");
    }

    private void restockEnds(String requestId) {
        line("🎽 DataBaton: +ordered | seq=Catalog Restock beat=? event=catalog:stock:order"
                + " handler=orderStock plugin=CatalogPlugin req=" + requestId + " preview={\"ordered\":{}}");
    }

    private void line(String text) {
        log.append(String.format(Locale.ROOT, "[2026-11-23T01:31:20.%03dZ] LOG %s\n", millis, text));
    }
}
