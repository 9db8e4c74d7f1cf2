import FuzzTargets
import TestSupport
import Testing

/// Seeded mutations of good inputs, for every reader of bytes from outside: whatever they become,
/// nothing traps, nothing hangs, and what must hold of every input holds. `make fuzz` goes on where
/// these stop, led by the coverage.
@Suite struct FuzzTargetTests {
  private static let telling =
    Array("\"\\,\n\r\t[]{}:0-.eu#=<>|/*\u{0}\u{1B}".utf8) + [
      0x7F, 0xC3, 0xED, 0xA0, 0x80, 0xF4, 0xFF,
    ]

  @Test(arguments: FuzzTarget.all.map(\.name))
  func `good inputs are taken`(_ name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    #expect(!target.seeds.isEmpty)
    for seed in target.seeds { #expect(target.verdict(on: seed) == .accepted) }
  }

  @Test(arguments: FuzzTarget.all.map(\.name))
  func `whatever an input becomes, it is taken or refused`(_ name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    var random = SeededGenerator(seed: name.utf8.reduce(1) { $0 &* 31 &+ UInt64($1) })
    for _ in 0..<600 {
      let input = Self.mutated(target.seeds.randomElement(using: &random) ?? [], &random)
      let verdict = target.verdict(on: input)
      if case .broken(let what) = verdict {
        Issue.record("\(what): \(input.map { String($0, radix: 16) }.joined(separator: " "))")
      }
    }
  }

  private static func mutated(
    _ seed: [UInt8], _ random: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      let odd = telling.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes[place] = odd
      case 1: bytes.insert(odd, at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place...)
      case 4: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
      case 5: bytes.insert(contentsOf: repeatElement(odd, count: 300), at: place)
      case 6:
        let end = Int.random(in: place..<bytes.count, using: &random)
        bytes.removeSubrange(place...end)
      default: bytes[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &random)
      }
    }
    return bytes
  }
}
