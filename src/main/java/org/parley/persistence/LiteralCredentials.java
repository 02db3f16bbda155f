package org.parley.persistence;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Set;

/** Reads URL, user and password of the database literally from the environment: `${x}` in a password is not an expression. */
@Priority(Priorities.APPLICATION)
public class LiteralCredentials implements ConfigSourceInterceptor {

    private static final Set<String> NAMES = Set.of("quarkus.datasource.jdbc.url", "quarkus.datasource.username",
            "quarkus.datasource.password");
    /** The ordinal of environment variables. Files have lower ordinals. */
    private static final int ENVIRONMENT = 300;

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (NAMES.contains(name)) {
            ConfigValue literal = Expressions.withoutExpansion(() -> context.proceed(name));
            if (literal != null && literal.getConfigSourceOrdinal() >= ENVIRONMENT) {
                return literal;
            }
        }
        return context.proceed(name);
    }
}
