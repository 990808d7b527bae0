import GRDB
import Storage

/// The tables, as one append-only list of migrations: what stands here never changes, new steps come at the end.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001 articles, outlets, sources, editions") { database in
            try database.execute(
                sql: """
                    CREATE TABLE article_version (
                        row INTEGER PRIMARY KEY,
                        id TEXT NOT NULL, version INTEGER NOT NULL, is_latest INTEGER NOT NULL,
                        address TEXT NOT NULL, outlet TEXT NOT NULL, title TEXT NOT NULL, authors TEXT NOT NULL,
                        published INTEGER, modified INTEGER, fetched INTEGER NOT NULL, last_seen INTEGER NOT NULL,
                        language TEXT NOT NULL, section TEXT, credit_line TEXT, is_correction INTEGER NOT NULL,
                        text TEXT NOT NULL, blocks TEXT NOT NULL, links TEXT NOT NULL,
                        text_hash BLOB NOT NULL, raw_hash BLOB NOT NULL, raw BLOB NOT NULL, raw_size INTEGER NOT NULL, media_type TEXT NOT NULL,
                        UNIQUE (id, version)
                    );
                    CREATE INDEX article_latest ON article_version (is_latest, id);
                    CREATE TRIGGER article_text_never_changes BEFORE UPDATE OF text, title, blocks, raw ON article_version
                    BEGIN SELECT RAISE(ABORT, 'the text of an article version never changes'); END;
                    CREATE VIRTUAL TABLE article_search USING fts5(
                        title, text, content='article_version', content_rowid='row', tokenize='unicode61 remove_diacritics 2'
                    );
                    CREATE TABLE outlet (
                        id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, owner_group TEXT, reliability TEXT,
                        language TEXT, homepage TEXT
                    ) WITHOUT ROWID;
                    CREATE TABLE source_state (
                        address TEXT PRIMARY KEY, entity_tag TEXT, last_modified TEXT, last_read INTEGER, failing_since INTEGER, failure TEXT,
                        is_refusal INTEGER NOT NULL
                    ) WITHOUT ROWID;
                    CREATE TABLE edition (
                        topic TEXT NOT NULL, as_of INTEGER NOT NULL, title TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (topic, as_of)
                    ) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("0002 articles by outlet") { database in
            try database.execute(sql: "CREATE INDEX article_outlet ON article_version (outlet, is_latest)")
        }
        migrator.registerMigration("0003 health of sources") { database in
            try database.execute(
                sql: """
                    ALTER TABLE source_state ADD COLUMN kind TEXT;
                    ALTER TABLE source_state ADD COLUMN failures_in_a_row INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE source_state ADD COLUMN not_before INTEGER;
                    ALTER TABLE source_state ADD COLUMN moved_to TEXT;
                    ALTER TABLE source_state ADD COLUMN is_gone INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE source_state ADD COLUMN publications TEXT NOT NULL DEFAULT '';
                    ALTER TABLE source_state ADD COLUMN subscription TEXT;
                    """)
        }
        migrator.registerMigration("0004 texts by hashes of their wording") { database in
            try database.execute(
                sql: """
                    CREATE TABLE indexed_text (
                        number INTEGER NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, dated INTEGER NOT NULL, keys BLOB NOT NULL,
                        PRIMARY KEY (number, id)
                    ) WITHOUT ROWID;
                    CREATE TABLE text_posting (
                        key INTEGER NOT NULL, dated INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, dated, number)
                    ) WITHOUT ROWID;
                    CREATE TABLE text_index (scheme INTEGER NOT NULL, mark INTEGER NOT NULL);
                    """)
        }
        migrator.registerMigration("0005 wishes about use") { database in
            try database.execute(sql: "ALTER TABLE article_version ADD COLUMN wishes TEXT")
        }
        migrator.registerMigration("0006 where metadata was found") { database in
            try database.execute(sql: "ALTER TABLE article_version ADD COLUMN provenance TEXT")
        }
        migrator.registerMigration("0007 pages that announce feeds") { database in
            try database.execute(sql: "ALTER TABLE source_state ADD COLUMN announces_feed INTEGER NOT NULL DEFAULT 0")
        }
        migrator.registerMigration("0008 a user's word on stories") { database in
            try database.execute(
                sql: """
                    CREATE TABLE story_decision (
                        number INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, made INTEGER NOT NULL, kind TEXT NOT NULL,
                        articles TEXT NOT NULL, others TEXT NOT NULL, title TEXT NOT NULL, withdrawn INTEGER
                    );
                    CREATE INDEX story_decision_topic ON story_decision (topic, number);
                    CREATE TRIGGER story_decision_never_changes BEFORE UPDATE OF topic, made, kind, articles, others, title ON story_decision
                    BEGIN SELECT RAISE(ABORT, 'a decision never changes'); END;
                    CREATE TRIGGER story_decision_is_kept BEFORE DELETE ON story_decision
                    BEGIN SELECT RAISE(ABORT, 'a decision is kept for good'); END;
                    """)
        }
        migrator.registerMigration("0009 articles by date and address") { database in
            try database.execute(
                sql: """
                    CREATE INDEX article_dated ON article_version (is_latest, COALESCE(published, fetched));
                    CREATE INDEX article_address ON article_version (address, is_latest);
                    """)
        }
        migrator.registerMigration("0010 editions kept for good, with what they were written from") { database in
            try database.execute(
                sql: """
                    CREATE TABLE kept_edition (
                        number INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, as_of INTEGER NOT NULL, title TEXT NOT NULL,
                        json TEXT NOT NULL, basis TEXT
                    );
                    INSERT INTO kept_edition (topic, as_of, title, json) SELECT topic, as_of, title, json FROM edition ORDER BY as_of, topic;
                    DROP TABLE edition;
                    ALTER TABLE kept_edition RENAME TO edition;
                    CREATE INDEX edition_topic ON edition (topic, as_of, number);
                    CREATE TRIGGER edition_never_changes BEFORE UPDATE ON edition
                    BEGIN SELECT RAISE(ABORT, 'an edition never changes'); END;
                    """)
        }
        migrator.registerMigration("0011 how the runs of topics go") { database in
            try database.execute(
                sql: """
                    CREATE TABLE topic_run (
                        topic TEXT PRIMARY KEY, last_tried INTEGER NOT NULL, last_good INTEGER, failure TEXT, failing_since INTEGER,
                        failures_in_a_row INTEGER NOT NULL
                    ) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("0012 what was derived from articles") { database in
            try database.execute(sql: "CREATE TABLE article_digest (row INTEGER PRIMARY KEY, scheme INTEGER NOT NULL, bytes BLOB NOT NULL)")
        }
        migrator.registerMigration("0013 letters of scripts without spaces") { database in
            try database.execute(
                sql: "CREATE VIRTUAL TABLE article_letters USING fts5(title, text, content='', tokenize='unicode61 remove_diacritics 2')")
            let rows = try Row.fetchCursor(database, sql: "SELECT row, title, text FROM article_version WHERE is_latest = 1 ORDER BY row")
            while let row = try rows.next() { try UnspacedLetters.index(row["row"], title: row["title"], text: row["text"], in: database) }
        }
        migrator.registerMigration("0014 what was made of the newest editions") { database in
            try database.execute(
                sql: """
                    CREATE TABLE edition_digest (
                        topic TEXT NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL, scheme INTEGER NOT NULL, size INTEGER NOT NULL,
                        bytes BLOB NOT NULL, PRIMARY KEY (topic, kind)
                    )
                    """)
        }
        return migrator
    }
}
