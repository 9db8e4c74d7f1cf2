extension EventBody {
  /// The unit that the event is about, if one.
  public var unit: UnitID? {
    switch self {
    case .decision(let decision): decision.seatID.unit
    case .withdraw(let body), .reopen(let body): body.seatID.unit
    case .comment(let remark), .flag(let remark): remark.unit
    case .refused(let record): record.unit
    case .gold(let change): change.unit
    case .genesis, .config, .role, .imported, .recovered: nil
    case .clause, .guideline, .publish, .calibrate, .migrate, .audit: nil
    }
  }
}
