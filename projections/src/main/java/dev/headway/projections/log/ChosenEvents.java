package dev.headway.projections.log;

import static dev.headway.projections.log.EventStoreUnavailableException.translating;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads of table {@code event} for those who want some events of all, and not too much at once. */
public final class ChosenEvents {

    /** Sizes are known of texts that lie elsewhere as well, without their being fetched. */
    private static final String PAGE =
            """
            with candidate as (
                %%s
                order by position
                limit    :limit
            ), counted as (
                select position, sum(bytes) over (order by position) as bytes_so_far,
                       row_number() over (order by position) as place
                from   candidate
            )
            select
            """
                    + EventBytes.COLUMNS
                    + """
                    from   event
                    where  position in (select position
                                        from   counted
                                        where  bytes_so_far <= :bytes
                                        or     place         = 1)
                    %s
                    order by position
                    """;

    private static final String OF_LOG =
            """
            select position, octet_length(payload) + octet_length(metadata) as bytes
            from   event
            where  position >  :after
            and    position <= :upTo
            """;

    /** Each stream by its versions, which are in the order of positions, and have an index. */
    private static final String OF_STREAMS =
            """
            select found.position, found.bytes
            from   unnest(:streams) as chosen (name)
                   cross join lateral
                   (select position, octet_length(payload) + octet_length(metadata) as bytes
                    from   event
                    where  stream    = chosen.name
                    and    position >  :after
                    and    position <= :upTo
                    %s
                    order by version
                    limit  :limit) found
            """;

    private static final String OF_TYPES = "and type = any(:types)\n";

    private final JdbcClient jdbc;
    private final String page;

    public ChosenEvents(DataSource database, ReadableEvents readable) {
        this.jdbc = JdbcClient.create(database);
        this.page = readable.of(PAGE);
    }

    /**
     * Those of a choice that lie after a position and up to another, oldest first, as they are
     * stored: at most {@code limit}, and no more than so many bytes unless the first alone has.
     */
    public List<EventBytes> page(EventChoice choice, long after, long upTo, int limit, long bytes) {
        var ofTypes = choice.types().isEmpty() ? "" : OF_TYPES;
        var candidates =
                choice.streams().isEmpty() ? OF_LOG + ofTypes : OF_STREAMS.formatted(ofTypes);
        return translating(
                () ->
                        jdbc.sql(page.formatted(candidates))
                                .param("types", choice.types().toArray(String[]::new))
                                .param("streams", choice.streams().toArray(String[]::new))
                                .param("after", after)
                                .param("upTo", upTo)
                                .param("limit", limit)
                                .param("bytes", bytes)
                                .query(EventBytes::of)
                                .list());
    }
}
