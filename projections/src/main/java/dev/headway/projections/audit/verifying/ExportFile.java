package dev.headway.projections.audit.verifying;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headway.projections.audit.export.ExportManifest;
import dev.headway.projections.audit.export.LineReader;
import dev.headway.projections.audit.transparency.MissingTileException;
import dev.headway.projections.audit.transparency.TilePlace;
import dev.headway.projections.audit.transparency.TileSource;
import dev.headway.projections.audit.transparency.TreeHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** The files in an export, tiles among them; of each level's tiles the last one is remembered. */
final class ExportFile implements TileSource, AutoCloseable {

    /** Far more than any file has but that with the events. */
    private static final int MOST_BYTES = 1 << 20;

    private static final Pattern TILE =
            Pattern.compile("tile/[0-9]+/(x[0-9]{3}/)*[0-9]{3}(\\.p/[0-9]+)?");

    private record Remembered(TilePlace place, List<TreeHash> hashes) {}

    private final ZipFile zip;
    private final Map<Integer, Remembered> remembered = new HashMap<>();
    private long size;

    /**
     * @throws IOException when there is no such file, or it is no zip
     */
    ExportFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        this.zip = new ZipFile(file.toFile(), UTF_8);
    }

    /**
     * That whoever unpacks it, by whatever program, sees what is verified here and nothing else.
     *
     * @param entries the file with the events
     */
    void requireNothingElse(String entries) throws NotAsSealedException {
        var seen = new HashSet<String>();
        for (var each = zip.entries(); each.hasMoreElements(); ) {
            var name = each.nextElement().getName();
            if (TILE.matcher(name).matches()) {
                continue;
            }
            if (!name.equals(entries) && !ExportManifest.FILES.contains(name)) {
                throw new NotAsSealedException(null, name + " is no file of an export");
            }
            if (!seen.add(name)) {
                throw new NotAsSealedException(null, name + " is there twice");
            }
        }
    }

    /** Of how many leaves the tree is whose tiles are asked for from now on. */
    void setSize(long size) {
        this.size = size;
    }

    String text(String name) throws IOException, NotAsSealedException {
        try (var in = open(name)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new NotAsSealedException(null, name + " is too long to be one");
            }
            return new String(bytes, UTF_8);
        }
    }

    /** To be closed with the file. */
    LineReader lines(String name) throws IOException, NotAsSealedException {
        return new LineReader(new InputStreamReader(open(name), UTF_8));
    }

    private InputStream open(String name) throws IOException, NotAsSealedException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw new NotAsSealedException(null, name + " is missing");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public List<TreeHash> tile(TilePlace place, int width) {
        var known = remembered.get(place.level());
        if (known == null || !known.place().equals(place)) {
            known = new Remembered(place, read(place));
            remembered.put(place.level(), known);
        }
        if (width <= 0 || known.hashes().size() < width) {
            throw new MissingTileException(place, width);
        }
        return known.hashes().subList(0, width);
    }

    private List<TreeHash> read(TilePlace place) {
        var width = place.width(size);
        var entry = zip.getEntry(place.path(width));
        if (entry == null || width == 0) {
            throw new MissingTileException(place, width);
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(TilePlace.FULL * TreeHash.SIZE + 1);
            if (bytes.length != width * TreeHash.SIZE) {
                throw new MissingTileException(place, width);
            }
            return TreeHash.listOf(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(place.path(width) + " cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
