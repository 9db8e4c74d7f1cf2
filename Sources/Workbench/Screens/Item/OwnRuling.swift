import Domain
import Screen

extension Model {
  /// Opens the item on screen again, whoever ruled on it.
  mutating func reopen(because reason: String) -> [Effect] {
    guard let unit = item?.unit else { return [] }
    let seat = SeatID(unit: unit, seat: .main)
    lastTicket += 1
    pending[lastTicket] = Pending(kind: .withdraw([seat]), unit: unit)
    return [
      .record(Recording(ticket: lastTicket, commands: [.reopen(seat, reason: reason)]))
    ]
  }

  /// Offers to take back the last ruling of one's own that stands, whichever session it was made in.
  mutating func offer(_ ruling: OwnRuling?) -> [Effect] {
    guard let ruling else {
      notice = Notice(text: "no ruling of yours stands", kind: .plain)
      return []
    }
    let name = SafeText.line(ruling.seatID.unit.item.text)
    let words = self.look.text(ruling.outcome).plain
    let minute = Figures.minute(ofSecond: Int(ruling.at.milliseconds / 1000))
    asking = .question(
      Question(
        text: "Take back your ruling on \(name), \(words), of \(minute)?", letter: "y",
        word: "take back", safe: "let it stand", deed: .withdraw([ruling.seatID])))
    return []
  }
}
