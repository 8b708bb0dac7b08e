/// JavaScript, with JSX and without, as modules and as CommonJS. Begin with
/// [dev.backbeat.code.treesitter.language.javascript.JavaScriptLanguage]. Bundles and minified files are read
/// alike.
@NullMarked
package dev.backbeat.code.treesitter.language.javascript;

import org.jspecify.annotations.NullMarked;
