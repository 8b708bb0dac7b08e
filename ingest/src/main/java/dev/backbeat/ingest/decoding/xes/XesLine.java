package dev.backbeat.ingest.decoding.xes;

/// A decoded line while it is written.
final class XesLine {
    private static final int LONGEST = 256 * 1024;

    private final StringBuilder text;

    private XesLine(StringBuilder text) {
        this.text = text;
    }

    static XesLine of(int line, String kind, String time) {
        return new XesLine(new StringBuilder()
                .append("xes:")
                .append(line)
                .append('\t')
                .append(kind)
                .append('\t')
                .append(time));
    }

    /// Adds a field; one for which there is no room is left out.
    XesLine field(String value) {
        if (text.length() + value.length() > LONGEST) {
            return this;
        }
        text.append('\t');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\\' -> text.append("\\\\");
                default -> text.append(c);
            }
        }
        return this;
    }

    String text() {
        return text.append('\n').toString();
    }
}
