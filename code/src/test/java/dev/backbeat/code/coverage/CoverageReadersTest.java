package dev.backbeat.code.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backbeat.code.coverage.CoverageReport.Branch;
import dev.backbeat.code.coverage.CoverageReport.FileCoverage;
import dev.backbeat.code.coverage.CoverageReport.Function;
import dev.backbeat.code.coverage.CoverageReport.Line;
import dev.backbeat.code.coverage.cobertura.CoberturaReader;
import dev.backbeat.code.coverage.istanbul.IstanbulReader;
import dev.backbeat.code.coverage.jacoco.JacocoReader;
import dev.backbeat.code.coverage.lcov.LcovReader;
import dev.backbeat.model.BackbeatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoverageReadersTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SHARED = ROOT.resolve("../shared/data").normalize();

    @Test
    void lcovIsReadWithItsTestsFunctionsAndBranches() {
        CoverageReport report = read(new LcovReader(), """
                # a comment
                TN:adds a line
                SF:/build/src/cart.js
                FN:3,add,really
                FN:9,12,remove
                FNDA:4,add,really
                DA:3,4
                DA:4,0,abc
                BRDA:3,0,0,4
                BRDA:3,0,1,-
                BRDA:3,e7,0,1
                LF:2
                end_of_record
                TN:
                SF:src/other.js
                FNL:0,5,8
                FNA:0,2,apply
                DA:5,2
                end_of_record
                """);
        assertThat(report.files())
                .containsExactly(
                        new FileCoverage(
                                "/build/src/cart.js",
                                "adds a line",
                                List.of(new Line(3, 4), new Line(4, 0)),
                                List.of(new Function("add,really", 3, 0, 4), new Function("remove", 9, 12, 0)),
                                List.of(new Branch(3, 0, 0, 4), new Branch(3, 0, 1, 0), new Branch(3, 1, 0, 1))),
                        new FileCoverage(
                                "src/other.js",
                                "",
                                List.of(new Line(5, 2)),
                                List.of(new Function("apply", 5, 8, 2)),
                                List.of()));
    }

    @Test
    void coberturaCountsALineOnce() {
        CoverageReport report = read(new CoberturaReader(), """
                <?xml version="1.0"?>
                <!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
                <coverage line-rate="0.5"><packages><package name="p"><classes>
                <class name="p.Cart" filename="p/Cart.java"><methods><method name="add" signature="()V"><lines>
                <line number="3" hits="7"/><line number="4" hits="0"/></lines></method></methods>
                <lines><line number="3" hits="7" branch="true" condition-coverage="50% (1/2)"/>
                <line number="4" hits="0"/></lines></class>
                </classes></package></packages></coverage>
                """);
        assertThat(report.files())
                .containsExactly(new FileCoverage(
                        "p/Cart.java",
                        "",
                        List.of(new Line(3, 7), new Line(4, 0)),
                        List.of(new Function("Cart.add()V", 3, 4, 7)),
                        List.of(new Branch(3, 0, 0, 1), new Branch(3, 0, 1, 0))));
    }

    @Test
    void jacocoIsReadAsItCounts() throws IOException {
        Path file = SHARED.resolve("petclinic/jacoco/jacoco.xml");
        assumeTrue(Files.exists(file), "the shared data is not there: " + file);
        CoverageReport report = new JacocoReader().read("jacoco.xml", Files.readAllBytes(file));
        assertThat(sums(report)).isEqualTo("functions 97/108, lines 279/296, branches 74/88");
    }

    @Test
    void istanbulAndLcovOfOneRunAgree() throws IOException {
        agree(ROOT.resolve("samples/storefront/coverage"));
    }

    @Test
    void istanbulAndLcovOfTheFirstUserAgree() throws IOException {
        assumeTrue(Files.exists(SHARED.resolve("renderx/coverage")), "the shared data is not there");
        agree(SHARED.resolve("renderx/coverage"));
    }

    private static void agree(Path folder) throws IOException {
        CoverageReport istanbul = new IstanbulReader()
                .read("coverage-final.json", Files.readAllBytes(folder.resolve("coverage-final.json")));
        CoverageReport lcov = new LcovReader().read("lcov.info", Files.readAllBytes(folder.resolve("lcov.info")));
        Map<String, FileCoverage> known = new TreeMap<>();
        lcov.files().forEach(file -> known.put(file.path(), file));
        PathMatching.Matched matched = new PathMatching(known.keySet()).match(istanbul);
        assertThat(matched.missing()).isEmpty();
        assertThat(matched.ambiguous()).isEmpty();
        assertThat(matched.files()).hasSameSizeAs(known.values());
        for (FileCoverage file : istanbul.files()) {
            FileCoverage other = known.get(matched.files().get(file.path()));
            assertThat(file.lines()).as(file.path()).isEqualTo(other.lines());
            assertThat(file.functions().stream().map(Function::name))
                    .as(file.path())
                    .containsExactlyInAnyOrderElementsOf(
                            other.functions().stream().map(Function::name).toList());
            assertThat(file.functionsHit()).as(file.path()).isEqualTo(other.functionsHit());
            assertThat(file.branches()).as(file.path()).hasSameSizeAs(other.branches());
            assertThat(file.branchesTaken()).as(file.path()).isEqualTo(other.branchesTaken());
        }
    }

    @Test
    void theKindIsSeenFromTheContent() throws IOException {
        List<CoverageReader> readers =
                List.of(new LcovReader(), new IstanbulReader(), new JacocoReader(), new CoberturaReader());
        String jacoco =
                "<?xml version=\"1.0\"?><!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" \"r.dtd\"><report";
        String istanbul = Files.readString(ROOT.resolve("samples/storefront/coverage/coverage-final.json"))
                .substring(0, 4096);
        assertThat(readers)
                .filteredOn(reader -> reader.mayRead("TN:\nSF:a.js\n"))
                .singleElement()
                .isInstanceOf(LcovReader.class);
        assertThat(readers)
                .filteredOn(reader -> reader.mayRead(istanbul))
                .singleElement()
                .isInstanceOf(IstanbulReader.class);
        assertThat(readers)
                .filteredOn(reader -> reader.mayRead(jacoco))
                .singleElement()
                .isInstanceOf(JacocoReader.class);
        assertThat(readers)
                .filteredOn(reader -> reader.mayRead("<coverage line-rate=\"1\">"))
                .singleElement()
                .isInstanceOf(CoberturaReader.class);
        assertThat(readers).noneMatch(reader -> reader.mayRead("2026-11-23 a line of log"));
    }

    @Test
    void whatIsCutOrDamagedIsNeverTakenForAWhole() {
        refused(new LcovReader(), "SF:a.js\nDA:1,1\n", "r:3");
        refused(new LcovReader(), "SF:a.js\nDA:1,x\nend_of_record\n", "r:2");
        refused(new LcovReader(), "SF:a.js\nSF:b.js\nend_of_record\n", "r:2");
        refused(new IstanbulReader(), "{\"a.js\": {\"statementMap\": {", "r:1");
        refused(new IstanbulReader(), "{\"a.js\": {}}", "has no statements");
        refused(new IstanbulReader(), "[]", "no object of files");
        refused(
                new JacocoReader(),
                "<report><sourcefile name=\"A\"><line nr=\"4294967297\"/></sourcefile></report>",
                "`nr`");
        refused(new JacocoReader(), "<report><package name=\"p\">\n<sourcefile", "r:2");
        refused(
                new JacocoReader(),
                "<report><sourcefile name=\"A\"><line nr=\"-1\"/></sourcefile></report>",
                "below 0");
        refused(
                new CoberturaReader(),
                "<!DOCTYPE c [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><coverage>&e;</coverage>",
                "can't be read");
        refused(new CoberturaReader(), "<a>".repeat(300), "r:1");
    }

    private static void refused(CoverageReader reader, String text, String told) {
        assertThatThrownBy(() -> reader.read("r", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BackbeatException.class)
                .hasMessageContaining(told);
    }

    @Test
    void pathsAreMatchedByTheirLongestEnd() {
        PathMatching matching = new PathMatching(List.of(
                "plugins/cart/src/index.js", "plugins/catalog/src/index.js", "src/main/java/p/Cart.java", "top.js"));
        assertThat(matching.match(of("/ci/work/plugins/cart/src/index.js")).files())
                .containsValue("plugins/cart/src/index.js");
        assertThat(matching.match(of("C:\\ci\\plugins\\cart\\src\\index.js")).files())
                .containsValue("plugins/cart/src/index.js");
        assertThat(matching.match(of("p/Cart.java")).files()).containsValue("src/main/java/p/Cart.java");
        assertThat(matching.match(of("/ci/top.js")).files()).containsValue("top.js");
        assertThat(matching.match(of("src/index.js")).ambiguous())
                .containsEntry("src/index.js", List.of("plugins/cart/src/index.js", "plugins/catalog/src/index.js"));
        assertThat(matching.match(of("/ci/plugins/removed/src/index.js")).missing())
                .hasSize(1);
        assertThat(matching.match(of("other/Cart.java")).missing()).containsExactly("other/Cart.java");
    }

    private static CoverageReport of(String path) {
        return new CoverageReport("x", true, List.of(new FileCoverage(path, "", List.of(), List.of(), List.of())));
    }

    private static String sums(CoverageReport report) {
        long functions = report.files().stream()
                .mapToLong(file -> file.functions().size())
                .sum();
        long lines =
                report.files().stream().mapToLong(file -> file.lines().size()).sum();
        long branches = report.files().stream()
                .mapToLong(file -> file.branches().size())
                .sum();
        return "functions %d/%d, lines %d/%d, branches %d/%d"
                .formatted(
                        report.files().stream()
                                .mapToLong(FileCoverage::functionsHit)
                                .sum(),
                        functions,
                        report.files().stream()
                                .mapToLong(FileCoverage::linesHit)
                                .sum(),
                        lines,
                        report.files().stream()
                                .mapToLong(FileCoverage::branchesTaken)
                                .sum(),
                        branches);
    }

    private static CoverageReport read(CoverageReader reader, String text) {
        return reader.read("r", text.getBytes(StandardCharsets.UTF_8));
    }
}
