package dev.headway.lifecycle.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one upload may bring.
 *
 * @param body how long it may be; 413 beyond
 * @param rows how many rows it may have; 413 beyond
 * @param atOnce how many rows are stored at the same time: fewer than there are connections, which
 *     an import leaves to those who ask meanwhile
 */
@ConfigurationProperties("headway.imports")
record ImportProperties(
        @DefaultValue("32MB") DataSize body,
        @DefaultValue("100000") int rows,
        @DefaultValue("12") int atOnce) {}
