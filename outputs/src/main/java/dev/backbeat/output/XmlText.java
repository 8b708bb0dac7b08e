package dev.backbeat.output;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Writes XML 1.0, indented. Characters that XML can't hold become visible ones.
public final class XmlText {

    private static final String INDENT = "  ";

    private final Appendable target;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean headOpen;

    /// Begins a document.
    ///
    /// @throws IOException when `target` takes no more
    public XmlText(Appendable target) throws IOException {
        this.target = target;
        target.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /// Opens an element within the one that is open.
    ///
    /// @param attributes names and values by turns
    /// @throws IOException when the target takes no more
    public XmlText open(String name, String... attributes) throws IOException {
        endHead();
        target.append(INDENT.repeat(open.size())).append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            target.append(' ').append(attributes[i]).append("=\"");
            target.append(escaped(attributes[i + 1]).replace("\"", "&quot;")).append('"');
        }
        open.push(name);
        headOpen = true;
        return this;
    }

    /// Closes the element that is open.
    ///
    /// @throws IOException when the target takes no more
    public XmlText close() throws IOException {
        String name = open.pop();
        if (headOpen) {
            target.append("/>\n");
            headOpen = false;
        } else {
            target.append(INDENT.repeat(open.size())).append("</").append(name).append(">\n");
        }
        return this;
    }

    /// An element that holds nothing.
    ///
    /// @param attributes names and values by turns
    /// @throws IOException when the target takes no more
    public XmlText element(String name, String... attributes) throws IOException {
        return open(name, attributes).close();
    }

    /// The text that the open element holds, and its end. Lines stay lines.
    ///
    /// @throws IOException when the target takes no more
    public XmlText text(Iterable<String> lines) throws IOException {
        target.append('>');
        headOpen = false;
        boolean first = true;
        for (String line : lines) {
            target.append(first ? "" : "\n").append(escaped(line));
            first = false;
        }
        target.append("</").append(open.pop()).append(">\n");
        return this;
    }

    private void endHead() throws IOException {
        if (headOpen) {
            target.append(">\n");
            headOpen = false;
        }
    }

    private static String escaped(String text) {
        return Visible.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\ufffe", "\\ufffe")
                .replace("\uffff", "\\uffff");
    }
}
