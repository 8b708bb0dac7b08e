package dev.backbeat.code;

/// A function at one place of one version of the code.
///
/// @param path within the checkout, with `/`
/// @param qualifiedName as in [FileFacts.Function#qualifiedName]
/// @param line where its name stands, from 1
/// @param endLine its last line
/// @param bodyHash as in [FileFacts.Function#bodyHash]: the same for a function that only moved or was
///     renamed
public record Symbol(String path, String qualifiedName, int line, int endLine, long bodyHash) {

    /// The function of a file.
    public static Symbol of(String path, FileFacts.Function function) {
        return new Symbol(path, function.qualifiedName(), function.line(), function.endLine(), function.bodyHash());
    }

    /// `path:line name`.
    @Override
    public String toString() {
        return path + ":" + line + " " + qualifiedName;
    }
}
