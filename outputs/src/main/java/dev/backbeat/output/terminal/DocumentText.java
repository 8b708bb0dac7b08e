package dev.backbeat.output.terminal;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Document.Block;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;

/// A document as text: paragraphs wrapped, listings with the numbers of their lines.
final class DocumentText {

    private DocumentText() {}

    static void write(Exhibit.Document document, Screen screen, Style style, Appendable target) throws IOException {
        for (Block block : document.blocks()) {
            switch (block) {
                case Block.Paragraph(String text) -> {
                    for (String line : Width.wrap(Visible.of(text), Math.max(1, screen.width()))) {
                        target.append(line).append('\n');
                    }
                }
                case Block.Listing listing -> listing(listing, style, target);
            }
        }
    }

    private static void listing(Block.Listing listing, Style style, Appendable target) throws IOException {
        target.append(style.quiet(Visible.of(listing.place()))).append('\n');
        long number = listing.firstLine();
        int width = Long.toString(number + listing.lines().size()).length();
        for (String line : listing.lines()) {
            String mark = number == listing.marked() ? "▸ " : "  ";
            target.append(mark)
                    .append(style.quiet(("%" + width + "d ").formatted(number)))
                    .append(Visible.of(line))
                    .append('\n');
            number++;
        }
    }
}
