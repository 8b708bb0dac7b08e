package dev.backbeat.code.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampsTest {

    @TempDir
    Path folder;

    @Test
    void comeBackForAnyName() {
        List<String> names = List.of("a.js", "with space.js", "tab\t.js", "ünï 🥁.js", "line\nbreak.js", "cr\r.js");
        Stamps stamps = stamps();
        names.forEach(name -> stamps.put(name, "stamp", "hash of " + name.length()));
        stamps.save();

        Stamps again = stamps();
        for (String name : names.subList(0, 4)) {
            assertThat(again.hash(name, "stamp")).isEqualTo("hash of " + name.length());
            assertThat(again.hash(name, "other")).isEmpty();
        }
        assertThat(again.hash("line\nbreak.js", "stamp")).as("never remembered").isEmpty();
        assertThat(again.hash("cr\r.js", "stamp")).isEmpty();
        assertThat(again.hash("cr", "stamp")).isEmpty();
    }

    @Test
    void forgetWhatIsGone() {
        Stamps stamps = stamps();
        stamps.put("a.js", "1", "a");
        stamps.put("b.js", "1", "b");
        stamps.save();
        Stamps later = stamps();
        later.hash("b.js", "1");
        later.save();

        assertThat(stamps().hash("a.js", "1")).isEmpty();
        assertThat(stamps().hash("b.js", "1")).isEqualTo("b");
    }

    @Test
    void areNotWrittenWhereNothingChanged() throws IOException {
        Stamps stamps = stamps();
        stamps.put("a.js", "1", "a");
        stamps.save();
        Files.writeString(file(), Files.readString(file()) + "\n");
        Stamps again = stamps();
        again.hash("a.js", "1");
        again.save();

        assertThat(Files.readString(file())).isEqualTo("a\t1\ta.js\n\n");
    }

    @Test
    void areNothingWhereTheFileIsDamaged() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, '\t', '1', '\t', 'a'});
        assertThat(stamps().hash("a", "1")).isEmpty();
        Files.delete(file());
        Files.createDirectory(file());
        assertThat(stamps().hash("a", "1")).isEmpty();
    }

    @Test
    void areLostWithoutAWordWhereTheyCannotBeWritten() {
        Stamps stamps = new Stamps(folder.resolve("missing/stamps.tsv"));
        stamps.put("a.js", "1", "a");
        stamps.save();

        assertThat(folder).isEmptyDirectory();
    }

    private Path file() {
        return folder.resolve("stamps.tsv");
    }

    private Stamps stamps() {
        return new Stamps(file());
    }
}
