package org.parley.store;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Set;

/** Takes the database's address, user name and password as the environment has them: `${x}` in a password is no expression. */
@Priority(Priorities.APPLICATION)
public class LiteralCredentials implements ConfigSourceInterceptor {

    private static final Set<String> NAMES = Set.of("quarkus.datasource.jdbc.url", "quarkus.datasource.username",
            "quarkus.datasource.password");
    /** The ordinal of environment variables; files have lower ones. */
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
