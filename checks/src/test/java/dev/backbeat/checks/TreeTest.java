package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The tree names no machine: neither hosts that packages come from nor paths that exist in one place only.
class TreeTest {
    /// Each in brackets somewhere, so that this file does not break its own rule.
    private static final Pattern NAMED = Pattern.compile(String.join(
            "|",
            "repo1?[.]mave[n]",
            "mave[n][.]apache[.]org/maven2",
            "centra[l][.]sonatype",
            "registr[y][.](npmjs|yarnpkg)",
            "de[b][.]debian",
            "plugin[s][.]gradle",
            "pyp[i][.]org",
            "(?<![A-Za-z0-9_.])/(wor[k]|far[m])/",
            "sessio[n] tool"));

    @Test
    void nothingInTheTreeNamesAMachine() {
        List<String> found = new ArrayList<>();
        for (Path file : Tree.files()) {
            String text = Tree.text(file);
            if (text.indexOf('\0') >= 0) {
                continue;
            }
            Matcher matcher = NAMED.matcher(text);
            while (matcher.find()) {
                long line = text.substring(0, matcher.start()).lines().count();
                found.add(Tree.slashed(file) + ":" + line + " " + matcher.group());
            }
        }
        assertThat(found).as("hosts of registries, paths of a machine").isEmpty();
    }
}
