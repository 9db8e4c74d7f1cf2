import Domain
import Screen

/// What a draw of an audit says, but for what would be released: whoever rules on it reads this, too.
extension EventFacts {
  func drawn(_ draw: AuditDraw) -> [Fact] {
    var facts = [
      Fact(
        name: "drawn",
        value: "\(Figures.count(draw.drawn.count)) of \(Figures.count(draw.open)) not ruled"),
      Fact(name: "ruled before", value: SafeText(Figures.count(draw.ruled))),
      Fact(name: "seed", value: "\(String(draw.seed))"),
    ]
    if draw.floor > 0 {
      facts.append(Fact(name: "floor", value: "\(Figures.count(draw.floor)) of each label"))
    }
    facts.append(Fact(name: "ratings up to", value: "batch \(draw.batch)"))
    return facts
  }
}
