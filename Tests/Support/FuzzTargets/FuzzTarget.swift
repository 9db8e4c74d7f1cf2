/// A reader of bytes from outside, with good inputs to start from and what must hold of any input.
package struct FuzzTarget: Sendable {
  /// What became of an input.
  package enum Verdict: Hashable, Sendable {
    case refused
    case accepted
    /// What must hold of every input does not hold of this one.
    case broken(String)
  }

  package let name: String
  /// Good inputs, from which others are made.
  package let seeds: [[UInt8]]
  private let judge: @Sendable ([UInt8]) -> Verdict

  init(_ name: String, seeds: [String], judge: @escaping @Sendable ([UInt8]) -> Verdict) {
    self.init(name, seeds: seeds.map { Array($0.utf8) }, judge: judge)
  }

  init(_ name: String, seeds: [[UInt8]], judge: @escaping @Sendable ([UInt8]) -> Verdict) {
    self.name = name
    self.seeds = seeds
    self.judge = judge
  }

  /// Reads an input. Whatever it is, nothing traps and nothing hangs.
  package func verdict(on input: [UInt8]) -> Verdict { judge(input) }

  /// All of them, by name.
  package static let all: [FuzzTarget] =
    (formats + records + logs + settings + texts).sorted { $0.name < $1.name }

  /// - Returns: nil where there is none of this name.
  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }

  /// What was read, written and read again, is the same.
  static func stable<Value: Equatable, Failure: Error>(
    _ read: () throws(Failure) -> Value, again: (Value) throws -> Value
  ) -> Verdict {
    guard let first = try? read() else { return .refused }
    guard let second = try? again(first) else { return .broken("what was written cannot be read") }
    return first == second ? .accepted : .broken("what was written means something else")
  }
}
