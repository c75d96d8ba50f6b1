-- Every fact Headway knows, in the order in which it was committed.
-- Positions are given under the appender's lock (see append_events), never by a sequence.
-- Payload and metadata are text, not jsonb: what was hashed once must stay byte for byte the same.
CREATE TABLE event (
    position     bigint      PRIMARY KEY,
    version      bigint      NOT NULL CHECK (version > 0),
    effective_at timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    stream       text        NOT NULL,
    stream_type  text        NOT NULL,
    event_id     text        NOT NULL,
    type         text        NOT NULL,
    revision     text        NOT NULL,
    payload      text        NOT NULL,
    metadata     text        NOT NULL,
    UNIQUE (stream, version)
);

COMMENT ON COLUMN event.position     IS 'place in the whole log; commit order, holes allowed';
COMMENT ON COLUMN event.version      IS 'place in its stream, from 1 without holes';
COMMENT ON COLUMN event.effective_at IS 'when it happened, as told by the caller';
COMMENT ON COLUMN event.recorded_at  IS 'when Headway stored it';
COMMENT ON COLUMN event.type         IS 'stable logical name, as PartnershipLaunched; never a class name';

-- The newest snapshot of a stream; a cache that may be emptied at any time.
CREATE TABLE snapshot (
    stream      text        PRIMARY KEY,
    version     bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    stream_type text        NOT NULL,
    event_id    text        NOT NULL,
    type        text        NOT NULL,
    revision    text,
    payload     text        NOT NULL,
    metadata    text        NOT NULL
);

-- The first answer to a keyed request, stored together with what the request changed.
CREATE TABLE idempotency (
    caller      text        NOT NULL,
    operation   text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    status      integer     NOT NULL,
    answer      bytea       NOT NULL,
    position    bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (caller, operation, key)
);

CREATE INDEX idempotency_recorded_at ON idempotency (recorded_at);

-- Appends the events of a whole group of commands, each command all or nothing, and tells each one
-- how it went: APPENDED, LOST_RACE (a stream is not at the version the command started from) or
-- KEY_TAKEN (its idempotency key has an answer already). On a tie the first of the group wins.
--
-- The lock is taken by a statement of its own: in READ COMMITTED every later statement of a
-- VOLATILE function takes a fresh snapshot and so sees all that was committed before the lock was
-- ours. It is released after the commit, so position order is commit order. Call it as one
-- auto-committed statement: then a client that pauses never holds the lock.
CREATE FUNCTION append_events(
    recorded          timestamptz,
    -- one element per command: how many events it brings, none allowed
    command_events    integer[],
    -- one element per event, command after command, each stream's versions ascending
    event_command     integer[],
    event_stream      text[],
    event_stream_type text[],
    event_version     bigint[],
    event_id          text[],
    event_type        text[],
    event_revision    text[],
    event_payload     bytea[],
    event_metadata    bytea[],
    event_effective   timestamptz[],
    -- one element per command that carries an idempotency key
    key_command       integer[],
    key_caller        text[],
    key_operation     text[],
    key_key           text[],
    key_fingerprint   text[],
    key_status        integer[],
    key_answer        bytea[]
)
RETURNS TABLE (command_outcome text, command_position bigint)
LANGUAGE plpgsql
VOLATILE
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
DECLARE
    head      bigint;
    outcomes  text[];
    positions bigint[];
BEGIN
    PERFORM pg_advisory_xact_lock(4817001);

    SELECT coalesce(max(e.position), 0) INTO head FROM event e;

    WITH claim AS (
        SELECT c.command, c.stream, min(c.version) - 1 AS expected
        FROM   unnest(event_command, event_stream, event_version) AS c (command, stream, version)
        GROUP  BY c.command, c.stream
    ), keyed AS (
        SELECT k.command, k.caller, k.operation, k.key
        FROM   unnest(key_command, key_caller, key_operation, key_key) AS k (command, caller, operation, key)
    ), stale AS (
        SELECT claim.command
        FROM   claim
        WHERE  claim.expected <> coalesce((SELECT max(e.version) FROM event e WHERE e.stream = claim.stream), 0)
    ), answered AS (
        SELECT keyed.command
        FROM   keyed
        WHERE  EXISTS (SELECT
                       FROM   idempotency i
                       WHERE  i.caller    = keyed.caller
                       AND    i.operation = keyed.operation
                       AND    i.key       = keyed.key)
    ), second_in_stream AS (
        SELECT tie.command
        FROM  (SELECT claim.command, row_number() OVER (PARTITION BY claim.stream ORDER BY claim.command) AS place
               FROM   claim
               WHERE  claim.command NOT IN (SELECT stale.command FROM stale)
               AND    claim.command NOT IN (SELECT answered.command FROM answered)) AS tie
        WHERE  tie.place > 1
    ), second_of_key AS (
        SELECT tie.command
        FROM  (SELECT keyed.command,
                      row_number() OVER (PARTITION BY keyed.caller, keyed.operation, keyed.key
                                         ORDER BY keyed.command) AS place
               FROM   keyed
               WHERE  keyed.command NOT IN (SELECT stale.command FROM stale)
               AND    keyed.command NOT IN (SELECT second_in_stream.command FROM second_in_stream)) AS tie
        WHERE  tie.place > 1
    ), decided AS (
        SELECT c.command,
               c.events,
               CASE
                   WHEN c.command IN (SELECT answered.command         FROM answered)         THEN 'KEY_TAKEN'
                   WHEN c.command IN (SELECT stale.command            FROM stale)            THEN 'LOST_RACE'
                   WHEN c.command IN (SELECT second_in_stream.command FROM second_in_stream) THEN 'LOST_RACE'
                   WHEN c.command IN (SELECT second_of_key.command    FROM second_of_key)    THEN 'KEY_TAKEN'
                   ELSE 'APPENDED'
               END AS outcome
        FROM   unnest(command_events) WITH ORDINALITY AS c (events, command)
    ), placed AS (
        SELECT decided.command,
               decided.outcome,
               head + sum(decided.events) FILTER (WHERE decided.outcome = 'APPENDED')
                                          OVER (ORDER BY decided.command) AS last_position
        FROM   decided
    )
    SELECT array_agg(placed.outcome                       ORDER BY placed.command),
           array_agg(coalesce(placed.last_position, head) ORDER BY placed.command)
    INTO   outcomes, positions
    FROM   placed;

    INSERT INTO event (position, version, effective_at, recorded_at, stream, stream_type,
                       event_id, type, revision, payload, metadata)
    SELECT head + row_number() OVER (ORDER BY n.place),
           n.version,
           n.effective,
           recorded,
           n.stream,
           n.stream_type,
           n.id,
           n.type,
           n.revision,
           convert_from(n.payload, 'UTF8'),
           convert_from(n.metadata, 'UTF8')
    FROM   unnest(event_command, event_stream, event_stream_type, event_version, event_id, event_type,
                  event_revision, event_payload, event_metadata, event_effective)
           WITH ORDINALITY
           AS n (command, stream, stream_type, version, id, type, revision, payload, metadata, effective, place)
    WHERE  outcomes[n.command] = 'APPENDED'
    ORDER  BY n.place;

    IF FOUND THEN
        PERFORM pg_notify('headway_event', positions[cardinality(positions)]::text);
    END IF;

    IF cardinality(key_command) > 0 THEN
        INSERT INTO idempotency (caller, operation, key, fingerprint, status, answer, position, recorded_at)
        SELECT k.caller, k.operation, k.key, k.fingerprint, k.status, k.answer, positions[k.command], recorded
        FROM   unnest(key_command, key_caller, key_operation, key_key, key_fingerprint, key_status, key_answer)
               AS k (command, caller, operation, key, fingerprint, status, answer)
        WHERE  outcomes[k.command] = 'APPENDED';
    END IF;

    RETURN QUERY
    SELECT o.outcome, o.last_position
    FROM   unnest(outcomes, positions) WITH ORDINALITY AS o (outcome, last_position, command)
    ORDER  BY o.command;
END
$$;
