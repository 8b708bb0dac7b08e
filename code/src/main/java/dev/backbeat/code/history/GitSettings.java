package dev.backbeat.code.history;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// How JGit is used: a repository counts as it is, without what a machine or a person sets for git. Otherwise
/// JGit runs `git` to find the settings of the machine, measures the file system for seconds by writing into
/// the repository, and writes what it found into the home folder.
final class GitSettings extends SystemReader.Delegate {

    private static final long COARSEST_SECONDS = 2;
    private static final AtomicBoolean APPLIED = new AtomicBoolean();

    private GitSettings(SystemReader reader) {
        super(reader);
    }

    /// Sees to it, for the whole process.
    static void apply() {
        if (APPLIED.compareAndSet(false, true)) {
            SystemReader.setInstance(new GitSettings(SystemReader.getInstance()));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    /// Settings without a file.
    private static final class Nothing extends FileBasedConfig {

        Nothing(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is nothing to be read.
        }

        @Override
        public void save() {
            // What JGit finds out it may find out again.
        }

        /// How fine the times of a file system are, JGit would find out by writing into the repository.
        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                    ? unit.convert(COARSEST_SECONDS, TimeUnit.SECONDS)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
