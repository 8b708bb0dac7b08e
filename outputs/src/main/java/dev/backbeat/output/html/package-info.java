/// The output `html`: one file that holds an answer, what lies behind its references, and the page that
/// shows them.
///
/// Starting point: [HtmlOutput]. The page is built in `ui/` and handed over as a [Bundle]; this package
/// knows only how to put data beside it so that no text of a log can become part of the page. The file
/// asks nothing of any network.
@NullMarked
package dev.backbeat.output.html;

import org.jspecify.annotations.NullMarked;
