// Verifies an unpacked export of Headway's audit with the packages by which Go
// trusts its own checksum database: verify <folder> <file with verifier keys>.
package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// An event as a line of entries.jsonl has it.
type event struct {
	Leaf           *int64
	Position       int64
	StreamType     string
	Stream         string
	Version        int64
	EventID        string
	Type           string
	Revision       string
	RecordedAt     string
	EffectiveAt    string
	Payload        *string
	Metadata       *string
	PayloadDigest  string
	MetadataDigest string
}

// What the leaf of an event is the hash of.
func (e event) entry() []byte {
	return []byte(fmt.Sprintf("headway-event/v1\n%d\n%s\n%s\n%d\n%s\n%s\n%s\n%s\n%s\n%s\n%s\n",
		e.Position, e.StreamType, e.Stream, e.Version, e.EventID, e.Type, e.Revision, e.RecordedAt, e.EffectiveAt,
		digest(e.Payload, e.PayloadDigest), digest(e.Metadata, e.MetadataDigest)))
}

func digest(stored *string, digest string) string {
	if stored == nil {
		return digest
	}
	sum := sha256.Sum256([]byte(*stored))
	return base64.StdEncoding.EncodeToString(sum[:])
}

// The tiles of the export, where C2SP tlog-tiles puts them.
type tiles struct {
	folder string
}

func (t tiles) Height() int { return 8 }

func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, each := range wanted {
		path := strings.Replace(each.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.folder, filepath.FromSlash(path)))
		if err != nil {
			return nil, err
		}
		read = append(read, data)
	}
	return read, nil
}

func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

func verifiers(file string) note.Verifiers {
	var known []note.Verifier
	for _, line := range strings.Fields(text(file)) {
		verifier, err := note.NewVerifier(line)
		check(err)
		known = append(known, verifier)
	}
	return note.VerifierList(known...)
}

// The tree of a checkpoint that is signed by somebody who is known.
func signed(checkpoint string, known note.Verifiers) tlog.Tree {
	opened, err := note.Open([]byte(checkpoint), known)
	check(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		fail("the checkpoint is not three lines")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: root}
}

func events(folder string) []event {
	var read []event
	lines := bufio.NewScanner(strings.NewReader(text(filepath.Join(folder, "entries.jsonl"))))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var next event
		decoder := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		decoder.DisallowUnknownFields()
		check(decoder.Decode(&next))
		if next.Leaf == nil {
			fail(fmt.Sprintf("the event at position %d was never sealed", next.Position))
		}
		read = append(read, next)
	}
	check(lines.Err())
	return read
}

func verifyEvents(all []event, folder string, tree tlog.Tree) {
	var places []int64
	for _, each := range all {
		places = append(places, tlog.StoredHashIndex(0, *each.Leaf))
	}
	// holds every tile it reads against the root that was signed
	hashes, err := tlog.TileHashReader(tree, tiles{folder}).ReadHashes(places)
	check(err)
	for i, each := range all {
		if hashes[i] != tlog.RecordHash(each.entry()) {
			fail(fmt.Sprintf("the event at position %d is not what was sealed", each.Position))
		}
	}
}

func verifyProof(file string, of event, known note.Verifiers) {
	proof := text(file)
	head, checkpoint, found := strings.Cut(proof, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || lines[1] != fmt.Sprint("index ", *of.Leaf) {
		fail(file + " is not a proof of that event")
	}
	var hashes tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		check(err)
		hashes = append(hashes, hash)
	}
	tree := signed(checkpoint, known)
	check(tlog.CheckRecord(hashes, tree.N, tree.Hash, *of.Leaf, tlog.RecordHash(of.entry())))
}

func text(file string) string {
	data, err := os.ReadFile(file)
	check(err)
	return string(data)
}

func check(err error) {
	if err != nil {
		fail(err.Error())
	}
}

func fail(why string) {
	fmt.Println("BAD", why)
	os.Exit(1)
}

func main() {
	if len(os.Args) != 3 {
		fmt.Println("verify <folder> <file with verifier keys>")
		os.Exit(2)
	}
	folder := os.Args[1]
	known := verifiers(os.Args[2])
	tree := signed(text(filepath.Join(folder, "checkpoint")), known)
	all := events(folder)
	verifyEvents(all, folder, tree)
	if len(all) > 0 {
		verifyProof(filepath.Join(folder, "proofs", "first.tlog-proof"), all[0], known)
		verifyProof(filepath.Join(folder, "proofs", "last.tlog-proof"), all[len(all)-1], known)
	}
	fmt.Printf("GOOD %d events of the %d that are signed\n", len(all), tree.N)
}
