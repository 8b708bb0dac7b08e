package dev.backbeat.code.treesitter.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.backbeat.code.treesitter.Cases;
import dev.backbeat.code.treesitter.ecmascript.EcmaScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.treesitter.TreeSitterTsx;

/// Both ways of reading give the same trees.
class ReadingsTest {

    private static final Grammar GRAMMAR = new Grammar("tree_sitter_tsx", TreeSitterTsx::new, EcmaScript.shape());

    static List<String> files() {
        return Cases.FILES;
    }

    /// Of files in other languages, too: those are broken ones.
    @ParameterizedTest
    @MethodSource("files")
    void giveTheSameTrees(String file) {
        assumeThat(DirectReading.isPossible()).isTrue();
        byte[] content = Cases.bytes(file);
        for (int length : List.of(content.length, content.length / 2, content.length / 3, 0)) {
            byte[] part = Arrays.copyOf(content, length);
            SyntaxTree direct = GRAMMAR.parse(part, new DirectReading());
            SyntaxTree bound = GRAMMAR.parse(part, new BoundReading());
            assertThat(nodes(direct)).isEqualTo(nodes(bound)).isNotEmpty();
            assertThat(direct.syntaxErrors()).isEqualTo(bound.syntaxErrors());
            assertThat(direct.firstErrorLine()).isEqualTo(bound.firstErrorLine());
        }
    }

    private static List<String> nodes(SyntaxTree tree) {
        List<String> nodes = new ArrayList<>();
        for (int node = 0; node < tree.size(); node++) {
            nodes.add("%s %d-%d in %d until %d"
                    .formatted(tree.type(node), tree.start(node), tree.end(node), tree.parent(node), tree.after(node)));
        }
        return nodes;
    }
}
