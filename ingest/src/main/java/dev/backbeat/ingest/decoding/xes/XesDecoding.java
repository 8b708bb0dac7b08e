package dev.backbeat.ingest.decoding.xes;

import dev.backbeat.ingest.decoding.Decoding;
import dev.backbeat.ingest.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes XES (IEEE 1849) event logs.
///
/// A line begins with `xes:` and the line of the file, then, each behind a tab, its kind and its
/// fields:
///
/// - `log`, the earliest time, the log's name, what tells its content apart, how many traces there are
/// - `trace`, its start, the log's name, its own name, then its attributes
/// - `beat`, `failed` or `open`, its start, its end, its name, then its attributes: an event, or a start and
///   the completion that follows it
/// - `step`, its time, its name, then its attributes: an event of another kind than those
/// - `end`, its end, the log's name
///
/// A time that is not there is `-`. Tabs, line ends and backslashes in a field are escaped as in Java.
public final class XesDecoding implements Decoding {

    private static final Pattern BEFORE_ROOT =
            Pattern.compile("\\G(?:\\s+|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>\\[]*(?:\\[.*?\\]\\s*)?>)", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("\\G<(?:[\\w.-]+:)?log[\\s/>]");

    @Override
    public boolean fits(byte[] sample) {
        String text = new String(sample, StandardCharsets.UTF_8);
        int from = text.startsWith("\uFEFF") ? 1 : 0;
        Matcher before = BEFORE_ROOT.matcher(text);
        while (before.find(from)) {
            from = before.end();
        }
        return ROOT.matcher(text).find(from);
    }

    @Override
    public Source decoded(Source source) {
        return new XesSource(source);
    }
}
