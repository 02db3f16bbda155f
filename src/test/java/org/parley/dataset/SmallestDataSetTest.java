package org.parley.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smallest data set of seeds/README.md, as a newcomer copies it, has no faults. */
class SmallestDataSetTest {

    private static final Pattern FILE = Pattern.compile("```yaml\n# my-data/(\\S+)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void hasNoFaults() throws IOException {
        List<MatchResult> files = FILE.matcher(Files.readString(Path.of("seeds/README.md"))).results().toList();
        assertEquals(3, files.size());
        for (MatchResult file : files) {
            Path path = folder.resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(2));
        }
        assertEquals(4, DataSetFolder.readChecked(folder).size());
    }
}
