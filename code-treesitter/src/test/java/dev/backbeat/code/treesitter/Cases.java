package dev.backbeat.code.treesitter;

import dev.backbeat.code.Language;
import dev.backbeat.code.treesitter.language.java.JavaLanguage;
import dev.backbeat.code.treesitter.language.javascript.JavaScriptLanguage;
import dev.backbeat.code.treesitter.language.typescript.TypeScriptLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// The recorded cases.
public final class Cases {

    /// Their files, each with the folder of its language.
    public static final List<String> FILES = List.of(
            "typescript/handlers.ts",
            "typescript/classes.ts",
            "typescript/view.tsx",
            "typescript/cart.spec.ts",
            "javascript/bundle.cjs",
            "javascript/compiled.js",
            "javascript/esm.mjs",
            "javascript/legacy.js",
            "java/CartService.java",
            "java/CartServiceTest.java");

    private static final List<Language> LANGUAGES =
            List.of(new TypeScriptLanguage(), new JavaScriptLanguage(), new JavaLanguage());

    private Cases() {}

    /// The language of a file.
    public static Language language(String file) {
        return LANGUAGES.stream()
                .filter(language -> language.endings().stream().anyMatch(file::endsWith))
                .findFirst()
                .orElseThrow();
    }

    /// The bytes of a resource.
    public static byte[] bytes(String file) {
        try (InputStream in = Cases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
