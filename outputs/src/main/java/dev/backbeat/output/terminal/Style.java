package dev.backbeat.output.terminal;

import dev.backbeat.model.Severity;

/// Colours where there are any. Colour is never the only sign.
final class Style {

    private static final String RESET = "\u001b[0m";

    private final boolean colour;

    Style(boolean colour) {
        this.colour = colour;
    }

    String title(String text) {
        return paint("1", text);
    }

    String quiet(String text) {
        return paint("2", text);
    }

    String severity(Severity severity, String text) {
        return switch (severity) {
            case INFO -> paint("36", text);
            case WARNING -> paint("33", text);
            case ERROR -> paint("31", text);
        };
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
