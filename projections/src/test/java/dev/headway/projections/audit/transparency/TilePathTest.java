package dev.headway.projections.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @Test
    void a_tile_is_where_the_specification_puts_it() {
        assertThat(new TilePlace(0, 1_234_067).path(256)).isEqualTo("tile/0/x001/x234/067");
        assertThat(new TilePlace(1, 5).path(17)).isEqualTo("tile/1/005.p/17");
        assertThat(TilePlace.entriesPath(1_000, 256)).isEqualTo("tile/entries/x001/000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/000",
                "0/x001/x234/067",
                "63/999.p/255",
                "entries/067.p/1",
                "12/x010/000"
            })
    void a_path_is_read_as_it_is_written(String path) {
        assertThat(TilePath.parse(path)).map(TilePath::toString).contains("tile/" + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/0",
                "0/67",
                "00/067",
                "64/000",
                "0/x000/067",
                "0/001/067",
                "0/067.p/0",
                "0/067.p/256",
                "0/067.p/01",
                "entries/x67/000",
                "0/000/",
                "-1/000"
            })
    void there_is_no_other_path(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }
}
