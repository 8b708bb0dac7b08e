/// TypeScript, with JSX and without. Begin with
/// [dev.backbeat.code.treesitter.language.typescript.TypeScriptLanguage]. Declarations (`.d.ts`) are read as
/// any other file: they have no functions, for nothing in them has a body.
@NullMarked
package dev.backbeat.code.treesitter.language.typescript;

import org.jspecify.annotations.NullMarked;
