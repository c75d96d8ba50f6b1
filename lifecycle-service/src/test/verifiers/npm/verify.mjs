// Verifies an unpacked export of Headway's audit with the library by which npm trusts the
// provenance of packages: verify <folder> <file with verifier keys>.
import { createHash, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyTLogInclusion } from '@sigstore/verify/dist/tlog/index.js';

/** How X.509 begins before the 32 bytes of a key of Ed25519 (RFC 8410). */
const X509 = Buffer.from('302a300506032b6570032100', 'hex');

/** A log as the library knows it, by a line `name+id+key`. */
function log(line) {
  const [name, id, key] = line.split(/\+(.{8})\+(.*)$/);
  const der = Buffer.concat([X509, Buffer.from(key, 'base64').subarray(1)]);
  return {
    logID: Buffer.from(id, 'hex'),
    baseURL: name,
    publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }),
    validFor: { start: new Date(0), end: new Date(8.64e15) },
  };
}

function digest(stored, digest) {
  return stored === undefined ? digest : createHash('sha256').update(stored).digest('base64');
}

/** What the leaf of an event is the hash of. */
function entry(event) {
  const lines = [
    'headway-event/v1', event.position, event.streamType, event.stream, event.version, event.eventId, event.type,
    event.revision, event.recordedAt, event.effectiveAt, digest(event.payload, event.payloadDigest),
    digest(event.metadata, event.metadataDigest),
  ];
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** A proof and the event it is of, as the library knows an entry of a log. */
function proved(file, event) {
  const proof = readFileSync(file, 'utf8');
  const blank = proof.indexOf('\n\n');
  const [format, index, ...hashes] = proof.slice(0, blank).split('\n');
  if (format !== 'c2sp.org/tlog-proof@v1' || index !== `index ${event.leaf}`) {
    throw new Error(`${file} is not a proof of that event`);
  }
  return {
    canonicalizedBody: entry(event),
    logIndex: String(event.leaf),
    inclusionProof: {
      logIndex: String(event.leaf),
      hashes: hashes.map((hash) => Buffer.from(hash, 'base64')),
      checkpoint: { envelope: proof.slice(blank + 2) },
    },
  };
}

const [folder, keys] = process.argv.slice(2);
try {
  const logs = readFileSync(keys, 'utf8').trim().split('\n').map(log);
  const events = readFileSync(join(folder, 'entries.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const checkpoint = readFileSync(join(folder, 'checkpoint'), 'utf8');
  for (const [name, event] of [['first', events[0]], ['last', events.at(-1)]]) {
    const each = proved(join(folder, 'proofs', `${name}.tlog-proof`), event);
    if (each.inclusionProof.checkpoint.envelope !== checkpoint) {
      throw new Error(`${name}.tlog-proof is of another checkpoint`);
    }
    verifyTLogInclusion(each, logs);
  }
  console.log(`GOOD the first and the last of ${events.length} events`);
} catch (error) {
  console.log('BAD', error.message);
  process.exitCode = 1;
}
