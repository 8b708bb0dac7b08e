package dev.backbeat.output;

/// What is said of a rule.
///
/// @param title what it finds, in a few words
/// @param what its first paragraph
/// @param markdown its whole page
/// @param page where its page lies, as an address; empty where nobody said
public record RuleText(String title, String what, String markdown, String page) {

    private static final String WHAT = "**What.**";

    /// Reads the page of a rule, whose heading is its id, a colon and its title.
    public static RuleText of(String markdown, String page) {
        String[] paragraphs = markdown.strip().split("\\R\\s*\\R");
        String title = paragraphs[0].replaceFirst("^#\\s*(\\w+:\\s*)?", "").strip();
        String what = title;
        for (String paragraph : paragraphs) {
            if (paragraph.startsWith(WHAT)) {
                what = paragraph
                        .substring(WHAT.length())
                        .replaceAll("\\s+", " ")
                        .strip();
            }
        }
        return new RuleText(title, what, markdown.strip(), page);
    }
}
