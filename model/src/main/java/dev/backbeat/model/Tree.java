package dev.backbeat.model;

import java.util.List;

/// Figures by the way that leads to them, such as time by sequence, movement, beat and handler.
///
/// @param quantity what the figures are
/// @param names what nodes are called, which refer to them by position, from 0
/// @param whenEmpty why there are none and what to do, shown where there are none
public record Tree(String title, Exhibit.Matrix.Quantity quantity, List<Cell> names, Nodes nodes, String whenEmpty)
        implements Exhibit {

    /// Copies and checks.
    public Tree {
        names = List.copyOf(names);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.parent.at(i) < -1 || nodes.parent.at(i) >= i) {
                throw new IllegalArgumentException("a parent stands before its children");
            }
            if (nodes.name.at(i) < 0 || nodes.name.at(i) >= names.size()) {
                throw new IllegalArgumentException("there is no such `name`");
            }
        }
    }

    /// Nodes, as columns of equal length.
    ///
    /// @param parent the position of the node above, -1 where there is none
    /// @param kind what each is, such as `sequence`, `movement`, `beat` or `handler`
    /// @param total the figure of the node and all below it
    /// @param self the figure of the node alone
    /// @param count how many runs it stands for
    /// @param order its position in time among those of the same parent, from 0
    public record Nodes(
            Numbers parent,
            Numbers name,
            List<String> kind,
            Numbers total,
            Numbers self,
            Numbers count,
            Numbers order) {

        /// Copies and checks.
        public Nodes {
            kind = List.copyOf(kind);
            for (Numbers column : List.of(name, total, self, count, order)) {
                if (column.size() != parent.size() || kind.size() != parent.size()) {
                    throw new IllegalArgumentException("columns are equally long");
                }
            }
        }

        /// How many nodes there are.
        public int size() {
            return parent.size();
        }
    }
}
