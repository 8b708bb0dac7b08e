/// What the compiler cannot hold: the walls between the folders, the style of the sources, the truth of the
/// documentation. Each test says what to do instead.
///
/// Starting points: [Layers] is section 3 of the design as a table, [Tree] is the files of the checkout,
/// [Production] the classes and [JavaSource] the sources that are judged. A rule that saw nothing fails.
@NullMarked
package dev.backbeat.checks;

import org.jspecify.annotations.NullMarked;
