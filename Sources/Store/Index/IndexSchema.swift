import GRDB

/// The tables of `items.sqlite`.
///
/// Nothing in them is the only copy of anything: another version is dropped and made anew.
enum IndexSchema {
  /// Raised with every change of a table or of how a row is computed.
  static let version = 11
  /// "TbIx", so that a file of something else is not taken for an index.
  static let applicationID = 0x5462_4978

  static func create(in database: Database) throws {
    try database.execute(
      sql: dictionaries + records + units + precedents + events + guideline + sums)
  }

  /// Drops everything, whatever version made it.
  static func drop(in database: Database) throws {
    let tables = try String.fetchAll(
      database,
      sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    for table in tables {
      try database.execute(sql: "DROP TABLE \(table.quotedDatabaseIdentifier)")
    }
  }

  /// Names and values, each once; rows refer to them by number.
  private static let dictionaries = """
    CREATE TABLE meta (name TEXT PRIMARY KEY, content) WITHOUT ROWID;
    CREATE TABLE question (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
      basis INTEGER NOT NULL, low REAL, high REAL);
    CREATE TABLE annotator (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE value (
      id INTEGER PRIMARY KEY, content TEXT NOT NULL UNIQUE, vote INTEGER NOT NULL,
      name TEXT NOT NULL);
    CREATE TABLE value_label (
      label TEXT NOT NULL, value INTEGER NOT NULL, PRIMARY KEY (label, value)) WITHOUT ROWID;
    CREATE TABLE question_value (
      question INTEGER NOT NULL, value INTEGER NOT NULL,
      PRIMARY KEY (question, value)) WITHOUT ROWID;
    """

  /// What batches hold. A rating is in force or history; of those in force a vote is what counts in
  /// agreement: a person's, no abstention, of several rounds the last. Its value is what it says now;
  /// `given` is what was given, where a migration made that another.
  private static let records = """
    CREATE TABLE batch (
      number INTEGER PRIMARY KEY, seq INTEGER NOT NULL, at INTEGER NOT NULL,
      sha256 TEXT NOT NULL, mapping TEXT NOT NULL, digest TEXT NOT NULL, guideline INTEGER);
    CREATE TABLE item (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, source TEXT, payload TEXT NOT NULL,
      version INTEGER NOT NULL, batch INTEGER NOT NULL);
    CREATE TABLE item_text (item INTEGER PRIMARY KEY, folded TEXT NOT NULL);
    CREATE TABLE slice (
      item INTEGER NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (item, name)) WITHOUT ROWID;
    CREATE TABLE rating (
      item INTEGER NOT NULL, question INTEGER NOT NULL, batch INTEGER NOT NULL,
      ordinal INTEGER NOT NULL, annotator INTEGER NOT NULL, value INTEGER NOT NULL,
      origin INTEGER NOT NULL, round TEXT, at INTEGER, milliseconds INTEGER, confidence TEXT,
      note TEXT, is_flagged INTEGER NOT NULL, given INTEGER, in_force INTEGER NOT NULL, is_vote INTEGER NOT NULL,
      PRIMARY KEY (item, question, batch, ordinal)) WITHOUT ROWID;
    CREATE INDEX rating_note ON rating (item, question) WHERE note IS NOT NULL;
    CREATE INDEX rating_past ON rating (question, item) WHERE in_force = 0;
    CREATE INDEX rating_gold ON rating (item, question) WHERE origin = 2 AND in_force = 1;
    CREATE INDEX rating_trial ON rating (question, round) WHERE origin = 3 AND in_force = 1;
    """

  /// One row a unit: the line of the queue, computed before anybody asks. The partial indexes are
  /// the orders of the open queue, so that its first page is a walk; `unit_scan` lays the open units
  /// beside the votes, ratings and texts of their items, for limits that look into these.
  private static let units = """
    CREATE TABLE unit (
      id INTEGER PRIMARY KEY, item INTEGER NOT NULL, question INTEGER NOT NULL,
      item_name TEXT NOT NULL, question_name TEXT NOT NULL, hash INTEGER NOT NULL,
      batch INTEGER NOT NULL, status INTEGER NOT NULL, queued INTEGER NOT NULL,
      ratings INTEGER NOT NULL, agreement REAL, wrong REAL NOT NULL, gain REAL NOT NULL,
      tier TEXT NOT NULL, due INTEGER NOT NULL, route INTEGER NOT NULL,
      is_flagged INTEGER NOT NULL, lead INTEGER NOT NULL, low INTEGER NOT NULL,
      high INTEGER NOT NULL, settled INTEGER NOT NULL, day INTEGER NOT NULL,
      ruled INTEGER NOT NULL, doubt INTEGER NOT NULL, last_batch INTEGER, last_week INTEGER,
      last_version INTEGER, basis INTEGER NOT NULL, audit INTEGER NOT NULL);
    CREATE UNIQUE INDEX unit_place ON unit (item, question);
    CREATE INDEX unit_name ON unit (item_name, question_name);
    CREATE INDEX unit_gain ON unit (gain DESC, hash, id) WHERE queued = 1;
    CREATE INDEX unit_agreement ON unit (coalesce(agreement, 2.0), hash, id) WHERE queued = 1;
    CREATE INDEX unit_age ON unit (batch, hash, id) WHERE queued = 1;
    CREATE INDEX unit_due ON unit (due, hash, id) WHERE queued = 1;
    CREATE INDEX unit_lead ON unit (lead, gain DESC, hash, id) WHERE queued = 1;
    CREATE INDEX unit_scan ON unit (
      item, question, status, route, agreement, gain, ratings, batch, tier, is_flagged, due, hash,
      lead, low, high) WHERE queued = 1;
    CREATE INDEX unit_item ON unit (item_name, question_name, id) WHERE queued = 1;
    CREATE INDEX unit_drawn ON unit (audit) WHERE audit > 0;
    CREATE INDEX unit_settled ON unit (low, high, settled DESC) WHERE settled >= 0;
    CREATE TABLE vote (
      unit INTEGER NOT NULL, place INTEGER NOT NULL, value INTEGER NOT NULL,
      votes INTEGER NOT NULL, PRIMARY KEY (unit, place)) WITHOUT ROWID;
    """

  /// The words of the texts that were ruled on, under the two values that stood against each other: by a
  /// few rare words a ruling on a like text is found. And of how many such texts each word is.
  private static let precedents = """
    CREATE TABLE precedent_word (
      question INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL,
      word INTEGER NOT NULL, seq INTEGER NOT NULL,
      PRIMARY KEY (question, low, high, word, seq)) WITHOUT ROWID;
    CREATE TABLE word_use (word INTEGER PRIMARY KEY, texts INTEGER NOT NULL);
    """

  /// What the log adds. Events themselves stay in the log; here stands where.
  private static let events = """
    CREATE TABLE seat (
      unit INTEGER NOT NULL, seat TEXT NOT NULL, status TEXT NOT NULL, seq INTEGER NOT NULL,
      by TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (unit, seat)) WITHOUT ROWID;
    CREATE INDEX seat_seq ON seat (seq);
    CREATE TABLE history (
      unit INTEGER NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (unit, seq)) WITHOUT ROWID;
    CREATE TABLE operation (
      operation TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE member (
      id TEXT PRIMARY KEY, user TEXT, roles TEXT NOT NULL, annotators TEXT NOT NULL)
      WITHOUT ROWID;
    CREATE TABLE flag (
      unit INTEGER PRIMARY KEY, is_raised INTEGER NOT NULL, content TEXT NOT NULL);
    CREATE TABLE gold (
      unit INTEGER PRIMARY KEY, seq INTEGER NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
      outcome TEXT, ruling INTEGER, guideline INTEGER NOT NULL);
    CREATE TABLE audit (seq INTEGER PRIMARY KEY);
    CREATE TABLE route (number INTEGER PRIMARY KEY, targets TEXT NOT NULL);
    """

  /// The guideline's parts as they were last proposed, what each version made of those it changed, and
  /// which rulings cite a clause or were put in doubt. Of a calibration the position, and for a result
  /// that of its draw. What put a ruling in doubt is a version, or below zero a migration's position, or
  /// from 2⁶⁰ on a batch that changed so many votes of its unit: neither versions nor positions go beyond 2⁵³.
  private static let guideline = """
    CREATE TABLE clause (
      id TEXT PRIMARY KEY, seq INTEGER NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
      content TEXT NOT NULL, is_taken_out INTEGER NOT NULL, stage TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE clause_version (
      id TEXT NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, content TEXT,
      PRIMARY KEY (id, version)) WITHOUT ROWID;
    CREATE TABLE guideline_section (
      id TEXT PRIMARY KEY, seq INTEGER NOT NULL, by TEXT NOT NULL, at INTEGER NOT NULL,
      content TEXT NOT NULL, is_taken_out INTEGER NOT NULL, stage TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE section_version (
      id TEXT NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, content TEXT,
      PRIMARY KEY (id, version)) WITHOUT ROWID;
    CREATE TABLE guideline_version (
      version INTEGER PRIMARY KEY, seq INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
      digest TEXT NOT NULL, changes TEXT NOT NULL, calibration INTEGER, waived TEXT);
    CREATE TABLE calibration (seq INTEGER PRIMARY KEY, draw INTEGER);
    CREATE TABLE doubt (
      ruling INTEGER NOT NULL, cause INTEGER NOT NULL, votes INTEGER NOT NULL,
      fate INTEGER NOT NULL, PRIMARY KEY (ruling, cause)) WITHOUT ROWID;
    CREATE TABLE migration (
      seq INTEGER PRIMARY KEY, batch INTEGER NOT NULL, mapping TEXT NOT NULL);
    CREATE TABLE citation (
      clause TEXT NOT NULL, seq INTEGER NOT NULL, unit INTEGER NOT NULL,
      PRIMARY KEY (clause, seq)) WITHOUT ROWID;
    """

  /// Integers that are moved by differences.
  private static let sums = """
    CREATE TABLE sums (
      question INTEGER NOT NULL, place INTEGER NOT NULL, first INTEGER NOT NULL,
      second INTEGER NOT NULL, third INTEGER NOT NULL, fourth INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (question, place, first, second, third, fourth)) WITHOUT ROWID;
    CREATE TABLE met_pair (
      question INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL,
      units INTEGER NOT NULL, pairs INTEGER NOT NULL, every INTEGER NOT NULL,
      PRIMARY KEY (question, low, high)) WITHOUT ROWID;
    CREATE TABLE ruled_pair (
      question INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL,
      ruled INTEGER NOT NULL, units INTEGER NOT NULL,
      PRIMARY KEY (question, low, high, ruled)) WITHOUT ROWID;
    CREATE TABLE cut (
      id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL,
      UNIQUE (kind, name, content));
    CREATE TABLE cut_sums (
      question INTEGER NOT NULL, cut INTEGER NOT NULL, place INTEGER NOT NULL,
      first INTEGER NOT NULL, second INTEGER NOT NULL, third INTEGER NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (question, cut, place, first, second, third)) WITHOUT ROWID;
    CREATE TABLE overruled (
      question INTEGER NOT NULL, rated INTEGER NOT NULL, ruled INTEGER NOT NULL,
      count INTEGER NOT NULL, units INTEGER NOT NULL, PRIMARY KEY (question, rated, ruled)) WITHOUT ROWID;
    CREATE TABLE tally (
      status INTEGER NOT NULL, queued INTEGER NOT NULL, route INTEGER NOT NULL,
      tier TEXT NOT NULL, due INTEGER NOT NULL, units INTEGER NOT NULL,
      PRIMARY KEY (status, queued, route, tier, due)) WITHOUT ROWID;
    CREATE TABLE gold_tally (
      question INTEGER NOT NULL, value INTEGER NOT NULL, source INTEGER NOT NULL,
      units INTEGER NOT NULL, PRIMARY KEY (question, value, source)) WITHOUT ROWID;
    CREATE TABLE ruling_tally (
      by TEXT NOT NULL, outcome TEXT NOT NULL, rulings INTEGER NOT NULL,
      PRIMARY KEY (by, outcome)) WITHOUT ROWID;
    CREATE TABLE settled_day (day INTEGER PRIMARY KEY, rulings INTEGER NOT NULL);
    CREATE TABLE counter (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
    """
}
