package dev.backbeat.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Claim;
import dev.backbeat.model.ClaimSource;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Time;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every engine of the store has to do with reports and their claims.
public abstract class ClaimsContract {

    /// A folder for the tests of a subclass.
    @TempDir
    protected Path temp;

    private Store store;

    /// Opens the store in a folder for writing; creates it where there is none.
    protected abstract Store open(Path folder);

    @BeforeEach
    void openStore() {
        store = open(temp.resolve("store"));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void everyClaimIsReadAsItWasWritten() {
        List<Claim> written = new ArrayList<>();
        int input;
        try (InputWriter writer = store.write()) {
            input = writer.input();
            for (Claim.Kind kind : Claim.Kind.values()) {
                written.add(claim(written.size(), kind, input));
            }
            writer.report(new ClaimSource("tool", "a.log", 5, 1_000_000_007, Time.UNKNOWN, false), written);
            assertThat(claims()).isEmpty();
            writer.finish(FactSamples.record("report.json", 3));
        }

        assertThat(claims()).containsExactlyElementsOf(written);
        assertThat(sources(input))
                .containsExactly(new ClaimSource("tool", "a.log", 5, 1_000_000_007, Time.UNKNOWN, false));
        assertThat(store.inputs()).hasSize(1).allMatch(stored -> stored.sessions() == 0);
    }

    @Test
    void whatIsAbsentStaysAbsentAndWhatIsExtremeStays() {
        List<Claim> written = List.of();
        try (InputWriter writer = store.write()) {
            int input = writer.input();
            written = List.of(
                    new Claim(
                            0,
                            Claim.Kind.ALERT,
                            null,
                            null,
                            Time.UNKNOWN,
                            Claim.Unit.NONE,
                            0,
                            Time.UNKNOWN,
                            Time.UNKNOWN,
                            new Origin(input, 0),
                            ""),
                    new Claim(
                            1,
                            Claim.Kind.LINES,
                            "långt 🥁 '\"; --",
                            "",
                            Long.MAX_VALUE,
                            Claim.Unit.COUNT,
                            Long.MAX_VALUE,
                            Long.MAX_VALUE,
                            0,
                            new Origin(input, Long.MAX_VALUE),
                            "/a~1b"));
            writer.report(new ClaimSource("", null, Time.UNKNOWN, Time.UNKNOWN, Time.UNKNOWN, true), written);
            writer.finish(FactSamples.record("report.json", 3));
        }

        assertThat(claims()).containsExactlyElementsOf(written);
    }

    @Test
    void aForgottenReportTakesItsClaimsWithItAndNoOthers() {
        int first = report("a.json", 1);
        int second = report("b.json", 2);

        store.forget(first);

        assertThat(claims()).hasSize(1).allMatch(claim -> claim.origin().input() == second);
        assertThat(sources(first)).isEmpty();
        assertThat(sources(second)).hasSize(1);
    }

    @Test
    void anUndoneReportLeavesNothing() {
        try (InputWriter writer = store.write()) {
            writer.report(source(), List.of(claim(0, Claim.Kind.GAP, writer.input())));
        }

        assertThat(claims()).isEmpty();
    }

    @Test
    void aClaimOfAnotherInputIsRefused() {
        try (InputWriter writer = store.write()) {
            List<Claim> others = List.of(claim(0, Claim.Kind.GAP, writer.input() + 1));
            assertThatExceptionOfType(BackbeatException.class).isThrownBy(() -> writer.report(source(), others));
        }
    }

    private int report(String name, long hash) {
        try (InputWriter writer = store.write()) {
            writer.report(source(), List.of(claim(0, Claim.Kind.GAP, writer.input())));
            writer.finish(FactSamples.record(name, hash));
            return writer.input();
        }
    }

    private static ClaimSource source() {
        return new ClaimSource("tool", null, 1, 2, 3, true);
    }

    private static Claim claim(int ordinal, Claim.Kind kind, int input) {
        return new Claim(
                ordinal,
                kind,
                "subject " + ordinal,
                "text",
                30_463_000_000L + ordinal,
                Claim.Unit.NANOS,
                1_000_000,
                1_763_410_924_318_000_000L,
                1_763_410_954_781_000_000L,
                new Origin(input, 100L + ordinal),
                "/performance/gaps/" + ordinal);
    }

    private List<Claim> claims() {
        return store.rows(
                "SELECT * FROM claims ORDER BY input, ordinal",
                row -> new Claim(
                        row.intAt("ordinal"),
                        Claim.Kind.valueOf(row.textAt("kind").orElseThrow().toUpperCase(Locale.ROOT)),
                        row.textAt("subject").orElse(null),
                        row.textAt("text").orElse(null),
                        row.longAt("value"),
                        Claim.Unit.valueOf(row.textAt("unit").orElseThrow().toUpperCase(Locale.ROOT)),
                        row.longAt("value_precision"),
                        row.longAt("start_nanos"),
                        row.longAt("end_nanos"),
                        new Origin(row.intAt("input"), row.longAt("start_offset")),
                        row.textAt("pointer").orElse("")));
    }

    private List<ClaimSource> sources(int input) {
        return store.rows(
                "SELECT * FROM claim_sources WHERE input = ?",
                row -> new ClaimSource(
                        row.textAt("writer").orElse(""),
                        row.textAt("about").orElse(null),
                        row.longAt("start_nanos"),
                        row.longAt("end_nanos"),
                        row.longAt("written_nanos"),
                        row.booleanAt("complete")),
                input);
    }
}
