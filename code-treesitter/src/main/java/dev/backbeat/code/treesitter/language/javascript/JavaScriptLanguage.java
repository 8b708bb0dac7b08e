package dev.backbeat.code.treesitter.language.javascript;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Language;
import dev.backbeat.code.treesitter.ecmascript.EcmaScript;
import dev.backbeat.code.treesitter.tree.Grammar;
import java.util.Set;
import org.treesitter.TreeSitterJavascript;

/// JavaScript.
public final class JavaScriptLanguage implements Language {

    private static final int VERSION = 1;
    private static final String ID = "javascript";
    private static final Set<String> ENDINGS = Set.of(".js", ".jsx", ".mjs", ".cjs");

    private static final Grammar GRAMMAR =
            new Grammar("tree_sitter_javascript", TreeSitterJavascript::new, EcmaScript.shape());

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
        return EcmaScript.read(ID, GRAMMAR.parse(content));
    }
}
