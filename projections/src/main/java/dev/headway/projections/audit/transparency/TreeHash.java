package dev.headway.projections.audit.transparency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hash in the tree of RFC 6962, section 2.1: SHA-256, with leaves and nodes told apart. */
public final class TreeHash {

    /** In bytes. */
    public static final int SIZE = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws IllegalArgumentException for anything but 32 bytes
     */
    public static TreeHash of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new TreeHash(bytes.clone());
    }

    /**
     * @throws IllegalArgumentException for anything but 32 bytes in Base64
     */
    public static TreeHash parse(String base64) {
        var hash = of(Base64.getDecoder().decode(base64));
        if (!hash.toString().equals(base64)) {
            throw new IllegalArgumentException("a hash has bits to spare");
        }
        return hash;
    }

    /** The hash of a leaf. */
    public static TreeHash ofLeaf(byte[] entry) {
        var sha256 = sha256();
        sha256.update(LEAF);
        return new TreeHash(sha256.digest(entry));
    }

    /** The hash of a node. */
    public static TreeHash ofNode(TreeHash left, TreeHash right) {
        var sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left.bytes);
        return new TreeHash(sha256.digest(right.bytes));
    }

    /** The root of a tree without leaves. */
    public static TreeHash ofNothing() {
        return new TreeHash(sha256().digest());
    }

    /** The hash above a power of two of them. */
    static TreeHash above(List<TreeHash> hashes) {
        var level = hashes;
        while (level.size() > 1) {
            var next = new ArrayList<TreeHash>(level.size() / 2);
            for (int i = 0; i < level.size(); i += 2) {
                next.add(ofNode(level.get(i), level.get(i + 1)));
            }
            level = next;
        }
        return level.getFirst();
    }

    /** Hashes that stand one behind the other, as in a tile. */
    public static List<TreeHash> listOf(byte[] bytes) {
        var hashes = new ArrayList<TreeHash>(bytes.length / SIZE);
        for (int from = 0; from < bytes.length; from += SIZE) {
            hashes.add(of(Arrays.copyOfRange(bytes, from, Math.min(from + SIZE, bytes.length))));
        }
        return hashes;
    }

    /** The same the other way round. */
    public static byte[] bytesOf(List<TreeHash> hashes) {
        var bytes = new byte[hashes.size() * SIZE];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).bytes, 0, bytes, i * SIZE, SIZE);
        }
        return bytes;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** In Base64, as notes and proofs have it. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
