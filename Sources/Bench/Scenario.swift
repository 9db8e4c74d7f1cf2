/// Something people wait for, measured beside something they cannot do without.
protocol Scenario {
  /// The word for it on the command line.
  static var name: String { get }

  init()

  /// One round. Called several times; files and projects are made by the workplace beforehand, outside
  /// of what is timed.
  func measure(in workplace: Workplace) throws -> [Figure]
}
