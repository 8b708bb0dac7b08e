package dev.backbeat.code.treesitter.language.typescript;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Language;
import dev.backbeat.code.treesitter.ecmascript.EcmaScript;
import dev.backbeat.code.treesitter.tree.Grammar;
import java.util.Set;
import org.treesitter.TreeSitterTsx;
import org.treesitter.TreeSitterTypescript;

/// TypeScript.
public final class TypeScriptLanguage implements Language {

    private static final int VERSION = 1;
    private static final String ID = "typescript";
    private static final String WITH_JSX = ".tsx";
    private static final Set<String> ENDINGS = Set.of(".ts", WITH_JSX, ".mts", ".cts");

    private static final Grammar PLAIN =
            new Grammar("tree_sitter_typescript", TreeSitterTypescript::new, EcmaScript.shape());
    private static final Grammar JSX = new Grammar("tree_sitter_tsx", TreeSitterTsx::new, EcmaScript.shape());

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public Set<String> endings() {
        return ENDINGS;
    }

    @Override
    public FileFacts read(String path, byte[] content) {
        Grammar grammar = path.endsWith(WITH_JSX) ? JSX : PLAIN;
        return EcmaScript.read(ID, grammar.parse(content));
    }
}
