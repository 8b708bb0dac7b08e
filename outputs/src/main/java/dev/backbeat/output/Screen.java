package dev.backbeat.output;

/// What the place that text goes to can show.
///
/// @param width how many columns it has
/// @param colour whether it shows colours
public record Screen(int width, boolean colour) {

    /// The width of what is no terminal.
    public static final int WIDTH_OF_NO_TERMINAL = 100;

    private static final int NARROWEST = 40;

    /// Too narrow ones are taken as a little wider.
    public Screen {
        width = Math.max(NARROWEST, width);
    }

    /// A file or a pipe.
    public static Screen none() {
        return new Screen(WIDTH_OF_NO_TERMINAL, false);
    }
}
