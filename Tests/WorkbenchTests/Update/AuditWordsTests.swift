import Domain
import Testing
import Workbench

/// What an audit says in words never promises more than it shows.
struct AuditWordsTests {
  private func standing(
    _ right: Int, of ruled: Int, drawn: Int = 60, accuracy: Double? = 0.999_9,
    low: Double = 0.9, high: Double = 1, least: Double = 0.95
  ) -> AuditStanding {
    var audit = AuditStanding(
      seq: 9, size: drawn, ruled: ruled, right: right, missing: drawn - ruled)
    audit.accuracy = accuracy
    audit.low = low
    audit.high = high
    audit.least = least
    return audit
  }

  @Test func `limits are rounded away from what they bound`() {
    #expect(AuditWords.below(0.929_99) == ".929")
    #expect(AuditWords.below(0.93) == ".930")
    #expect(AuditWords.below(1) == "1.000")
    #expect(AuditWords.below(0) == ".000")
    #expect(AuditWords.above(0.990_01) == ".991")
    #expect(AuditWords.above(0.99) == ".990")
    #expect(AuditWords.nearest(0.999_9) == ".999")
    #expect(AuditWords.nearest(1) == "1.000")
    #expect(AuditWords.nearest(0.967_6) == ".968")
  }

  @Test func `the line says how far it came, and when it is done what is shown`() {
    #expect(
      AuditWords(standing(57, of: 60, accuracy: 0.968, low: 0.912_9, high: 0.993_1, least: 0.921))
        .line == "57 of 60 right, accuracy .968 (.912 to .994), at least .921")
    let half = AuditWords(standing(12, of: 12)).line
    #expect(half.hasPrefix("12 of 12 right, 48 to come, so far accuracy .999"))
    #expect(!half.contains("at least"))
    #expect(AuditWords(standing(0, of: 0, accuracy: nil)).line == "60 drawn, none ruled yet")
  }

  @Test func `sentences tell what is missing, what came since and what came before`() {
    var audit = standing(30, of: 30)
    audit.rulingsSince = 1
    audit.batchesSince = 2
    audit.earlier = 1
    let said = AuditWords(audit).sentences.joined(separator: " ")
    #expect(said.contains("99.9 % of the release"))
    #expect(said.contains("30 units of the draw wait for a ruling"))
    #expect(said.contains("since then: 1 ruling, 2 batches."))
    #expect(said.contains("1 draw came before it"))
    #expect(!said.contains("At least"))
    let whole = AuditWords(standing(60, of: 60, least: 0.951_8)).sentences
    #expect(whole.last == "At least 95.1 % are right, which is what a gate asks.")
    #expect(
      AuditWords(standing(1, of: 1, drawn: 1)).sentences.first?.hasPrefix("Of 1 unit ") == true)
  }
}
