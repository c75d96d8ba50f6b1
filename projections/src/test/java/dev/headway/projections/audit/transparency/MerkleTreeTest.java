package dev.headway.projections.audit.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** Of Certificate Transparency, which RFC 6962 was written for. */
    private static final List<String> KNOWN_LEAVES =
            List.of(
                    "",
                    "00",
                    "10",
                    "2021",
                    "3031",
                    "40414243",
                    "5051525354555657",
                    "606162636465666768696a6b6c6d6e6f");

    private static final List<String> KNOWN_ROOTS =
            List.of(
                    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void roots_are_those_that_are_known() {
        var tree = new TreeInMemory();
        tree.add(KNOWN_LEAVES.stream().map(leaf -> TreeHash.ofLeaf(HEX.parseHex(leaf))).toList());

        for (int size = 1; size <= KNOWN_ROOTS.size(); size++) {
            assertThat(HEX.formatHex(tree.at(size).root().bytes()))
                    .isEqualTo(KNOWN_ROOTS.get(size - 1));
        }
    }

    @Test
    void nothing_has_a_root_as_well() {
        assertThat(new TreeInMemory().at(0).root())
                .hasToString("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void a_tree_is_the_same_however_it_grew() {
        var random = new Random(17);
        var tree = new TreeInMemory();
        long size = 0;
        while (size < 70_000) {
            var added = random.nextLong(1, 1_500);
            tree.add(TreeInMemory.leaves(size, size + added));
            size += added;
        }
        var at = size;

        assertThat(tree.at(at).root()).isEqualTo(defined(TreeInMemory.leaves(0, at)));
        assertThat(tree.tiles()).isEqualTo(TreeInMemory.of(at).tiles());
    }

    @Test
    void seventy_thousand_leaves_have_the_tiles_of_the_specification() {
        var tiles = TreeInMemory.of(70_000).tiles();

        assertThat(tiles.keySet()).filteredOn(each -> each.level() == 0).hasSize(274);
        assertThat(tiles.get(new TilePlace(0, 273))).hasSize(112);
        assertThat(tiles.get(new TilePlace(1, 0))).hasSize(256);
        assertThat(tiles.get(new TilePlace(1, 1))).hasSize(17);
        assertThat(tiles.get(new TilePlace(2, 0))).hasSize(1);
    }

    @Test
    void every_leaf_is_proved_and_no_other_in_its_place() {
        var tree = TreeInMemory.of(600);
        for (var size : List.of(1L, 2L, 3L, 255L, 256L, 257L, 511L, 600L)) {
            var root = tree.at(size).root();
            for (long leaf = 0; leaf < size; leaf += 7) {
                var proof = tree.at(size).inclusionProof(leaf);
                var hash = tree.at(size).leaf(leaf);

                assertThat(MerkleProof.includes(hash, leaf, size, root, proof)).isTrue();
                assertThat(MerkleProof.includes(hash, leaf + 1, size, root, proof)).isFalse();
                assertThat(MerkleProof.includes(root, leaf, size + 1, root, proof)).isFalse();
            }
        }
    }

    @Test
    void every_tree_proves_that_it_grew_from_every_smaller_one() {
        var tree = TreeInMemory.of(600);
        var sizes = List.of(1L, 2L, 3L, 7L, 8L, 255L, 256L, 257L, 512L, 599L, 600L);
        for (var newer : sizes) {
            for (var older : sizes.stream().filter(each -> each <= newer).toList()) {
                var proof = tree.at(newer).consistencyProof(older);
                var from = tree.at(older).root();
                var to = tree.at(newer).root();

                assertThat(MerkleProof.grew(older, from, newer, to, proof)).isTrue();
                assertThat(MerkleProof.grew(older, TreeHash.ofNothing(), newer, to, proof))
                        .isFalse();
            }
        }
    }

    /** As section 2.1 defines it. */
    private static TreeHash defined(List<TreeHash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        var split = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.ofNode(
                defined(leaves.subList(0, split)), defined(leaves.subList(split, leaves.size())));
    }
}
