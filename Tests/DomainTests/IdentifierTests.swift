import Domain
import Testing

struct IdentifierTests {
  @Test func `composed and decomposed are two ids`() {
    let composed = ItemID("caf\u{E9}")
    let decomposed = ItemID("cafe\u{301}")
    #expect(composed.text == decomposed.text)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }

  @Test func `order is by bytes`() {
    let ids = ["", "10", "2", "a", "é", "末"].map { ItemID($0) }
    #expect(ids.shuffled().sorted() == ids)
  }

  @Test func `operation ids are 32 lower-case digits`() {
    #expect(OperationID(high: 1, low: 255).hex == "000000000000000100000000000000ff")
    #expect(OperationID(hex: "000000000000000100000000000000FF") == nil)
    #expect(OperationID(hex: "ff") == nil)
  }

  @Test func `records of a batch have one order`() throws {
    let records = try SomeValues.records()
    let once = records.sorted(by: BatchRecord.areInOrder)
    let again = records.reversed().sorted(by: BatchRecord.areInOrder)
    #expect(once == again)
    guard case .item = once[0], case .rating = once[1] else {
      Issue.record("an item stands before its ratings")
      return
    }
  }
}
