package org.parley.persistence;

import java.nio.file.Path;

/** The migration files, numbered from 1 without gaps. */
public final class Migrations {

    private Migrations() {
    }

    public static int count() {
        return Path.of("src/main/resources/db/migration").toFile().list().length;
    }
}
