package dev.backbeat.code.treesitter.tree;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSLanguage;
import org.treesitter.TSSymbolType;

/// A grammar of tree-sitter. Its native code is loaded when the first text is parsed.
public final class Grammar {

    private static final int ERROR = 0xFFFF;

    private final String entryPoint;
    private final Supplier<TSLanguage> loader;
    private final Shape shape;
    private volatile @Nullable Symbols symbols;

    /// A grammar.
    ///
    /// @param entryPoint the native function that gives it, such as `tree_sitter_java`
    /// @param loader loads the library with that function
    public Grammar(String entryPoint, Supplier<TSLanguage> loader, Shape shape) {
        this.entryPoint = entryPoint;
        this.loader = loader;
        this.shape = shape;
    }

    /// The tree of a text.
    public SyntaxTree parse(byte[] content) {
        Symbols loaded = symbols();
        TreeBuilder builder = new TreeBuilder(loaded, shape.marks(), content);
        Reading.fastest().read(loaded, content, builder);
        return builder.build();
    }

    /// The tree of a text, read in a certain way.
    SyntaxTree parse(byte[] content, Reading reading) {
        TreeBuilder builder = new TreeBuilder(symbols(), shape.marks(), content);
        reading.read(symbols(), content, builder);
        return builder.build();
    }

    private Symbols symbols() {
        Symbols loaded = symbols;
        if (loaded == null) {
            synchronized (this) {
                loaded = symbols;
                if (loaded == null) {
                    loaded = new Symbols(entryPoint, loader.get(), shape);
                    symbols = loaded;
                }
            }
        }
        return loaded;
    }

    /// What the numbers of a grammar mean.
    static final class Symbols {

        private static final int LEAF = 1;
        private static final int TYPE = 2;
        private static final int EXPRESSION = 4;
        private static final int STATEMENT = 8;
        private static final int BLOCK = 16;

        private final String entryPoint;
        private final TSLanguage language;
        private final String[] names;
        private final byte[] traits;

        Symbols(String entryPoint, TSLanguage language, Shape shape) {
            this.entryPoint = entryPoint;
            this.language = language;
            this.names = new String[language.symbolCount()];
            this.traits = new byte[names.length];
            for (int symbol = 0; symbol < names.length; symbol++) {
                boolean word = language.symbolType(symbol) == TSSymbolType.TSSymbolTypeAnonymous;
                String name = language.symbolName(symbol);
                boolean letters = !name.isEmpty() && Character.isLetter(name.charAt(0));
                names[symbol] = (word && letters ? "'" + name : name).intern();
                traits[symbol] = (byte) (word ? LEAF : traits(name, shape));
            }
        }

        private static int traits(String name, Shape shape) {
            return trait(shape.leaves(), name, LEAF)
                    | trait(shape.types(), name, TYPE)
                    | trait(shape.expressions(), name, EXPRESSION)
                    | trait(shape.statements(), name, STATEMENT)
                    | trait(shape.blocks(), name, BLOCK);
        }

        private static int trait(Set<String> names, String name, int trait) {
            return names.contains(name) ? trait : 0;
        }

        String entryPoint() {
            return entryPoint;
        }

        TSLanguage language() {
            return language;
        }

        /// The type of a node: keywords begin with `'`, so that they differ from nodes of the same name.
        String name(int symbol) {
            return symbol < names.length ? names[symbol] : SyntaxTree.ERROR;
        }

        boolean isError(int symbol) {
            return symbol == ERROR;
        }

        boolean isLeaf(int symbol) {
            return has(symbol, LEAF);
        }

        boolean isType(int symbol) {
            return has(symbol, TYPE);
        }

        boolean isPlain(int symbol, int parent) {
            return has(symbol, EXPRESSION) || has(symbol, STATEMENT) && has(parent, BLOCK);
        }

        private boolean has(int symbol, int trait) {
            return symbol < traits.length && (traits[symbol] & trait) != 0;
        }
    }
}
