package dev.headway.projections.audit.transparency;

import java.util.List;

/**
 * A leaf's way to the root of a checkpoint, and that checkpoint (C2SP tlog-proof): all that is
 * needed to verify it without asking anybody.
 */
public record TlogProof(long index, List<TreeHash> hashes, String checkpoint) {

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";
    private static final int BEFORE_HASHES = 2;

    /**
     * @throws IllegalArgumentException for anything else; extra data is not taken, since Headway
     *     gives out none
     */
    public static TlogProof parse(String text) {
        var blank = text.indexOf("\n\n");
        var lines = blank < 0 ? List.<String>of() : text.substring(0, blank).lines().toList();
        if (lines.size() < BEFORE_HASHES
                || !lines.get(0).equals(FIRST_LINE)
                || !lines.get(1).matches(INDEX + "(0|[1-9][0-9]{0,17})")) {
            throw new IllegalArgumentException("not a proof of a leaf");
        }
        return new TlogProof(
                Long.parseLong(lines.get(1).substring(INDEX.length())),
                lines.stream().skip(BEFORE_HASHES).map(TreeHash::parse).toList(),
                text.substring(blank + 2));
    }

    /** Whether it proves a leaf; says nothing of who signed the checkpoint. */
    public boolean proves(TreeHash leaf) {
        var at = Checkpoint.parse(SignedNote.parse(checkpoint).text());
        return MerkleProof.includes(leaf, index, at.size(), at.root(), hashes);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(FIRST_LINE + "\n" + INDEX + index + "\n");
        hashes.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
