using Spoor.Storage.Sqlite;

namespace Spoor.Catalog.Stores.Sqlite;

/// <summary>The catalog's schema.</summary>
internal static class CatalogMigrations
{
    public static SqliteMigrations Steps { get; } = new(
        // 1: the first schema. Properties are JSON arrays of [name, value], because their order counts.
        session => session.Execute(
            """
            CREATE TABLE databases (
                name TEXT NOT NULL PRIMARY KEY,
                comment TEXT,
                location TEXT,
                properties TEXT NOT NULL
            ) STRICT;
            INSERT INTO databases (name, properties) VALUES ('default', '[]');
            CREATE TABLE tables (
                database TEXT NOT NULL REFERENCES databases (name) ON DELETE CASCADE,
                name TEXT NOT NULL,
                comment TEXT,
                created_at INTEGER NOT NULL, -- milliseconds since 1970, UTC
                view_text TEXT,
                location TEXT,
                serde_class TEXT,
                serde_properties TEXT,
                input_format TEXT,
                output_format TEXT,
                properties TEXT NOT NULL,
                PRIMARY KEY (database, name)
            ) STRICT;
            CREATE TABLE columns (
                database TEXT NOT NULL,
                table_name TEXT NOT NULL,
                is_partition_key INTEGER NOT NULL,
                position INTEGER NOT NULL,
                name TEXT NOT NULL,
                type TEXT NOT NULL, -- Trino's spelling
                comment TEXT,
                PRIMARY KEY (database, table_name, is_partition_key, position),
                FOREIGN KEY (database, table_name) REFERENCES tables (database, name) ON DELETE CASCADE
            ) STRICT;
            CREATE TABLE partitions (
                database TEXT NOT NULL,
                table_name TEXT NOT NULL,
                partition_values TEXT NOT NULL, -- JSON array of texts
                location TEXT NOT NULL,
                PRIMARY KEY (database, table_name, partition_values),
                FOREIGN KEY (database, table_name) REFERENCES tables (database, name) ON DELETE CASCADE
            ) STRICT;
            CREATE TABLE prepared_statements (
                name TEXT NOT NULL PRIMARY KEY,
                text TEXT NOT NULL
            ) STRICT;
            """),
        // 2: each row has a version, which its next writer has to know. Rows of before have the same one: no writer has read it yet.
        session => session.Execute(
            """
            CREATE TABLE row_versions (last INTEGER NOT NULL) STRICT;
            INSERT INTO row_versions VALUES (0);
            ALTER TABLE databases ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE tables ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE partitions ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE prepared_statements ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
            """));
}
