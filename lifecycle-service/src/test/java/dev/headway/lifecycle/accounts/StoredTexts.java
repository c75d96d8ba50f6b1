package dev.headway.lifecycle.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that a database holds: each column of each row of each table, of every schema. */
final class StoredTexts {

    private StoredTexts() {}

    /** A value a line; bytes as characters, and in hexadecimal digits. */
    static String of(JdbcClient database) {
        var tables =
                database.sql(
                                """
                                select   format('%I.%I', table_schema, table_name) as name
                                from     information_schema.tables
                                where    table_schema not in ('pg_catalog', 'information_schema')
                                and      table_type = 'BASE TABLE'
                                order by name
                                """)
                        .query((row, _) -> row.getString("name"))
                        .list();
        assertThat(tables)
                .contains("public.event", "public.idempotency", "public.account")
                .contains("public.access_token", "public.refresh_token", "public.audit_entry");
        var all = new StringBuilder();
        for (var table : tables) {
            database.sql("select * from " + table)
                    .query()
                    .listOfRows()
                    .forEach(row -> row.values().forEach(value -> append(all, value)));
        }
        return all.toString();
    }

    private static void append(StringBuilder all, Object value) {
        if (value instanceof byte[] bytes) {
            all.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
            all.append(HexFormat.of().formatHex(bytes)).append('\n');
        } else {
            all.append(value).append('\n');
        }
    }
}
