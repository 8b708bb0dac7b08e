package dev.backbeat.app.cli;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Exhibit.Document.Block;
import java.util.ArrayList;
import java.util.List;

/// A page of Markdown as a document: its first heading, paragraphs, and what is fenced.
final class RulePage {

    private static final String FENCE = "```";

    private RulePage() {}

    static Exhibit.Document of(String markdown) {
        String title = "";
        List<Block> blocks = new ArrayList<>();
        List<String> paragraph = new ArrayList<>();
        List<String> listing = new ArrayList<>();
        boolean fenced = false;
        for (String line : (markdown + "\n").lines().toList()) {
            if (line.startsWith(FENCE)) {
                end(blocks, paragraph);
                if (fenced) {
                    blocks.add(new Block.Listing("log", "", 1, 0, listing));
                    listing = new ArrayList<>();
                }
                fenced = !fenced;
            } else if (fenced) {
                listing.add(line);
            } else if (line.startsWith("# ")) {
                title = line.substring(2);
            } else if (line.isBlank() || line.startsWith("- ")) {
                end(blocks, paragraph);
                addWords(paragraph, line);
            } else {
                addWords(paragraph, line);
            }
        }
        end(blocks, paragraph);
        return new Exhibit.Document(title, blocks);
    }

    /// Without the marks of Markdown that say nothing on a terminal.
    private static void addWords(List<String> paragraph, String line) {
        if (!line.isBlank()) {
            paragraph.add(line.strip().replace("**", "").replaceAll("\\[([^]]+)]\\([^)]+\\)", "$1"));
        }
    }

    private static void end(List<Block> blocks, List<String> paragraph) {
        if (!paragraph.isEmpty()) {
            blocks.add(new Block.Paragraph(String.join(" ", paragraph)));
            paragraph.clear();
        }
    }
}
