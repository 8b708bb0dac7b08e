/// The output `markdown`: an answer as a comment on a pull request, short, its findings ranked, all else
/// folded.
///
/// Starting point: [MarkdownOutput]. Everything that a log can say goes through [Escaped]: it can't
/// become markup, a link, a mention of a person, or a reference to an issue.
@NullMarked
package dev.backbeat.output.markdown;

import org.jspecify.annotations.NullMarked;
