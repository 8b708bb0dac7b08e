package dev.backbeat.output.terminal;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Document.Block;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;

/// A document as text: paragraphs wrapped, listings with the numbers of their lines.
final class DocumentText {

    private static final String TAB = "    ";

    private DocumentText() {}

    static void write(Exhibit.Document document, Screen screen, Style style, Appendable target) throws IOException {
        boolean first = true;
        for (Block block : document.blocks()) {
            target.append(first ? "" : "\n");
            first = false;
            switch (block) {
                case Block.Paragraph(String text) -> {
                    for (String line : Width.wrap(Visible.of(text), Math.max(1, screen.width()))) {
                        target.append(line).append('\n');
                    }
                }
                case Block.Listing listing -> {
                    if (!listing.place().equals(document.title())) {
                        target.append(style.quiet(Visible.of(listing.place()))).append('\n');
                    }
                    lines(listing, style, target);
                }
            }
        }
    }

    /// Lines are never cut: what they say is what somebody looks for.
    private static void lines(Block.Listing listing, Style style, Appendable target) throws IOException {
        long number = listing.firstLine();
        int width = Long.toString(number + listing.lines().size() - 1).length();
        for (String line : listing.lines()) {
            target.append(number == listing.marked() ? "▸ " : "  ")
                    .append(style.quiet(Width.padLeft(Long.toString(number), width) + "  "))
                    .append(Visible.of(line.replace("\t", TAB)).stripTrailing())
                    .append('\n');
            number++;
        }
    }
}
