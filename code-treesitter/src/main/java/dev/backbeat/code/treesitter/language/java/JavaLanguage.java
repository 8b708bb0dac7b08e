package dev.backbeat.code.treesitter.language.java;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Language;
import dev.backbeat.code.treesitter.tree.Grammar;
import java.util.Set;
import org.treesitter.TreeSitterJava;

/// Java.
public final class JavaLanguage implements Language {

    static final String ID = "java";

    private static final int VERSION = 1;
    private static final Set<String> ENDINGS = Set.of(".java");
    private static final Grammar GRAMMAR = new Grammar("tree_sitter_java", TreeSitterJava::new, Syntax.SHAPE);

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
        return new CompilationUnit(GRAMMAR.parse(content)).read();
    }
}
