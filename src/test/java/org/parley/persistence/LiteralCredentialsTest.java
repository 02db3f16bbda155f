package org.parley.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralCredentialsTest {

    private static final String PASSWORD = "quarkus.datasource.password";

    private static SmallRyeConfig config(String password, int ordinal) {
        return new SmallRyeConfigBuilder().addDefaultInterceptors().withInterceptors(new LiteralCredentials())
                .withSources(new PropertiesConfigSource(Map.of(PASSWORD, password, "x", "found"), "source", ordinal)).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a${x}b", "${absent}", "$$", "\\${x}", "a\\b", " in the middle ", "${", "}", "${x:y}"})
    void environmentIsTakenLiterally(String password) {
        assertEquals(password, config(password, 300).getValue(PASSWORD, String.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a${x}b"})
    void filesMayUseExpressions(String password) {
        assertEquals("afoundb", config(password, 250).getValue(PASSWORD, String.class));
    }
}
