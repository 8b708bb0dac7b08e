package dev.backbeat.output;

import dev.backbeat.model.Exhibit;
import java.io.IOException;
import java.util.List;

/// Shows exhibits in one format.
public interface Output {

    /// The name that `--output` takes, such as `terminal`.
    String id();

    /// What it writes, in one sentence.
    String description();

    /// Shows the exhibits, in order.
    ///
    /// @throws IOException when `target` takes no more
    void write(List<Exhibit> exhibits, Screen screen, Appendable target) throws IOException;
}
