-- Production orders: what was asked, and where each stands.
CREATE TABLE order_file (
    sha256 TEXT PRIMARY KEY,
    station TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    taken_by TEXT NOT NULL
);

CREATE TABLE production_order (
    id TEXT PRIMARY KEY,
    station TEXT NOT NULL,
    reference TEXT NOT NULL,
    file_sha256 TEXT NOT NULL REFERENCES order_file (sha256),
    kind TEXT NOT NULL,
    receipt_number TEXT NOT NULL UNIQUE,
    delivery_site TEXT NOT NULL,
    content TEXT NOT NULL,
    portrait BYTEA NOT NULL,
    signature BYTEA NOT NULL,
    received_at TEXT NOT NULL,
    UNIQUE (station, reference)
);

-- The queue: one row an order, at the stage it has reached. Rank orders the work: priority first, then arrival.
CREATE TABLE line_task (
    order_id TEXT PRIMARY KEY REFERENCES production_order (id),
    stage TEXT NOT NULL CHECK (stage IN ('received', 'cleared', 'prepared', 'printed', 'encoded', 'inspected',
        'released', 'cancelled')),
    standing TEXT NOT NULL CHECK (standing IN ('ready', 'claimed', 'acting', 'in_doubt', 'held', 'ended')),
    rank BIGINT NOT NULL,
    attempt BIGINT NOT NULL DEFAULT 1 CHECK (attempt >= 1),
    chip BIGINT NOT NULL CHECK (chip IN (0, 1)),
    item TEXT NOT NULL,
    claimed_by TEXT NOT NULL DEFAULT '',
    claimed_until TEXT NOT NULL DEFAULT '',
    began_at TEXT NOT NULL DEFAULT '',
    not_before TEXT NOT NULL DEFAULT '',
    hold_reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX line_task_queue ON line_task (standing, stage, rank);

-- Every step that ended, with its outcome.
CREATE TABLE stage_event (
    order_id TEXT NOT NULL REFERENCES production_order (id),
    sequence BIGINT NOT NULL,
    attempt BIGINT NOT NULL,
    stage TEXT NOT NULL,
    outcome TEXT NOT NULL,
    cause TEXT NOT NULL,
    began_at TEXT NOT NULL,
    ended_at TEXT NOT NULL,
    person TEXT NOT NULL,
    workstation TEXT NOT NULL,
    blank TEXT NOT NULL,
    PRIMARY KEY (order_id, sequence)
);

-- Documents: each made of one blank; an order has at most one that lives.
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    order_id TEXT NOT NULL REFERENCES production_order (id),
    blank_serial TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('in_production', 'released', 'void')),
    mrz TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    expires_on TEXT NOT NULL
);
CREATE UNIQUE INDEX document_one_live ON document (order_id) WHERE state <> 'void';
CREATE UNIQUE INDEX document_number ON document (number) WHERE state <> 'void';

-- What a document is made from and what was read back: pages and files. Secrets are wrapped by the key store and erased
-- as soon as the chip is locked.
CREATE TABLE document_file (
    document_id TEXT NOT NULL REFERENCES document (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('made', 'read', 'secret')),
    name TEXT NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (document_id, purpose, name)
);

CREATE TABLE document_verdict (
    document_id TEXT NOT NULL REFERENCES document (id),
    check_name TEXT NOT NULL,
    passed BIGINT NOT NULL CHECK (passed IN (0, 1)),
    reason TEXT NOT NULL,
    PRIMARY KEY (document_id, check_name)
);

-- Numbers given in sequence, one row a series.
CREATE TABLE number_series (
    name TEXT PRIMARY KEY,
    last BIGINT NOT NULL
);
