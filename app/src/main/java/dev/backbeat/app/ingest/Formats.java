package dev.backbeat.app.ingest;

import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All formats, and which of them an input is in.
///
/// @param all the formats of logs
/// @param reports the formats of reports that other tools write about logs
public record Formats(List<Format> all, List<ReportFormat> reports) {

    /// How many bytes of an input are looked at.
    public static final int SAMPLE_BYTES = 64 * 1024;

    /// How many lines in a thousand have to be of a layout.
    private static final int LEAST_FIT = 200;

    /// Copies.
    public Formats {
        all = List.copyOf(all);
        reports = List.copyOf(reports);
    }

    /// The format of a report with a name; empty where it is none.
    public Optional<ReportFormat> reportNamed(String id) {
        return reports.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /// The format of a report; empty where an input is none, or somebody said otherwise.
    ///
    /// @param wanted the format's name where somebody said it
    Optional<ReportFormat> reportIn(String name, byte[] sample, @Nullable String wanted) {
        if (wanted != null) {
            return reportNamed(wanted);
        }
        String text = new String(sample, StandardCharsets.UTF_8);
        return reports.stream().filter(format -> format.fits(name, text)).findFirst();
    }

    /// The format that an input has to be decoded from; empty where it is lines, or somebody said so.
    ///
    /// @param wanted the format's name where somebody said it
    Optional<Format> encodedIn(byte[] sample, @Nullable String wanted) {
        return all.stream()
                .filter(format -> wanted == null || format.id().equals(wanted))
                .filter(format -> format.decoding().fits(sample))
                .findFirst();
    }

    /// The format with a name.
    ///
    /// @throws BackbeatException `USAGE` when there is none
    public Format named(String id) {
        return all.stream()
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> BackbeatException.withHint(
                        ErrorCode.USAGE, "there is no format `%s`".formatted(id), "the formats are " + ids()));
    }

    /// The format of an input.
    ///
    /// @param name how the input is named
    /// @param sample its first bytes
    /// @param wanted the format's name where somebody said it
    /// @throws BackbeatException `INPUT` when none fits, saying why
    public Format of(String name, byte[] sample, @Nullable String wanted) {
        if (sample.length == 0) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT, "`%s` is empty".formatted(name), "save the log again, or leave the file out");
        }
        if (isUtf16(sample)) {
            throw BackbeatException.withHint(
                    ErrorCode.INPUT,
                    "`%s` is UTF-16, and logs are read as UTF-8".formatted(name),
                    "convert it with `iconv -f UTF-16 -t UTF-8`");
        }
        if (wanted != null) {
            return named(wanted);
        }
        Format best = all.getFirst();
        int bestFit = -1;
        for (Format format : all) {
            int fit = format.layout().fit(sample, sample.length);
            if (fit > bestFit) {
                best = format;
                bestFit = fit;
            }
        }
        if (bestFit >= LEAST_FIT) {
            return best;
        }
        throw unfit(name, sample);
    }

    private BackbeatException unfit(String name, byte[] sample) {
        for (byte b : sample) {
            if (b == 0) {
                return BackbeatException.withHint(
                        ErrorCode.INPUT,
                        "`%s` is binary".formatted(name),
                        "logs are text, plain or gzipped; leave the file out");
            }
        }
        return BackbeatException.withHint(
                ErrorCode.INPUT,
                "`%s` is in no known format".formatted(name),
                "name its format with `--format` (%s); `backbeat formats` describes them".formatted(ids()));
    }

    private String ids() {
        return Stream.concat(all.stream().map(Format::id), reports.stream().map(ReportFormat::id))
                .map(id -> "`" + id + "`")
                .collect(Collectors.joining(", "));
    }

    /// By its mark, or by a NUL in nearly every other byte.
    private static boolean isUtf16(byte[] sample) {
        if (sample.length < 2) {
            return false;
        }
        int mark = (sample[0] & 0xFF) << 8 | (sample[1] & 0xFF);
        int[] zeros = new int[2];
        for (int i = 0; i < sample.length; i++) {
            zeros[i % 2] += sample[i] == 0 ? 1 : 0;
        }
        int most = Math.max(zeros[0], zeros[1]);
        int least = Math.min(zeros[0], zeros[1]);
        boolean alternating = sample.length >= 64 && most > sample.length / 3 && least < sample.length / 20;
        return mark == 0xFEFF || mark == 0xFFFE || alternating;
    }
}
