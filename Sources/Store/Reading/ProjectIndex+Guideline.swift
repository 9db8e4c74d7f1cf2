package import Domain
import GRDB
import Ledger

extension ProjectIndex {
  /// Labels beside a label that are told, most confused first.
  private static let rivalLimit = 3

  package func guideline() throws(ReadFailure) -> Guideline {
    try reading { try GuidelineTable.read($0) }
  }

  /// Position of the last event about the guideline; −1 before the first.
  package func guidelinePosition() throws(ReadFailure) -> Int {
    try reading { try GuidelineTable.position($0) }
  }

  /// The rulings that stand and cite a clause, by position. O(citations).
  package func citations() throws(ReadFailure) -> [ClauseID: [Citation]] {
    try reading { try CitationTable.standing($0) }
  }

  /// What became of the rulings that versions, migrations and batches put in doubt.
  package func doubtFates() throws(ReadFailure) -> [DoubtCause: DoubtFates] {
    try reading { try DoubtTable.fates($0) }
  }

  /// Which of these positions are rulings, which of these units exist, and what these calibrations are.
  /// O(positions + units + calibrations).
  package func evidence(
    positions: [Int], units: [UnitID], calibrations: [Int] = []
  ) throws(ReadFailure) -> Evidence {
    try reading { database in
      let head = try MetaTable.head(database).seq
      var evidence = Evidence()
      for seq in positions where seq <= head {
        // Where it still stands the tables know; the log is asked about the others.
        let stands = try Int.fetchOne(
          database.cachedStatement(
            sql: "SELECT 1 FROM seat WHERE seq = ? AND status IN ('ruled', 'escalated')"),
          arguments: [seq])
        if stands != nil {
          evidence.rulings.insert(seq)
        } else if case .decision = try event(at: seq).body {
          evidence.rulings.insert(seq)
        }
      }
      for unit in units {
        let found = try Int.fetchOne(
          database.cachedStatement(
            sql: "SELECT 1 FROM unit WHERE item_name = ? AND question_name = ?"),
          arguments: [unit.item.text, unit.question.text])
        if found != nil { evidence.units.insert(unit) }
      }
      for seq in calibrations where seq <= head {
        if case .calibrate(let step) = try event(at: seq).body { evidence.calibrations[seq] = step }
      }
      return evidence
    }
  }

  /// How often each label was ruled, and with which it stands open; by label. O(units that were ruled
  /// and pairs of labels that are open).
  package func labelUses() throws(ReadFailure) -> [LabelID: LabelUse] {
    try reading { database in
      var uses: [LabelID: LabelUse] = [:]
      let ruled = try Row.fetchCursor(
        database,
        sql: """
          SELECT l.label, count(*) FROM unit u JOIN value_label l ON l.value = u.ruled
          WHERE u.settled >= 0 GROUP BY l.label
          """)
      while let row = try ruled.next() {
        uses[LabelID(row[0]), default: LabelUse()].rulings = row[1]
      }
      let open = try Row.fetchCursor(
        database,
        sql: """
          SELECT a.label, b.label, sum(p.units) FROM met_pair p
            JOIN value_label a ON a.value = p.low JOIN value_label b ON b.value = p.high
          WHERE p.units > 0 AND a.label <> b.label GROUP BY a.label, b.label
          """)
      while let row = try open.next() {
        let (one, other) = (LabelID(row[0]), LabelID(row[1]))
        uses[one, default: LabelUse()].add(other, units: row[2])
        uses[other, default: LabelUse()].add(one, units: row[2])
      }
      return uses.mapValues { $0.keeping(Self.rivalLimit) }
    }
  }
}
