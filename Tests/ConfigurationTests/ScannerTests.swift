import Domain
import TOMLKit
import Testing

@testable import Configuration

/// Our scanner gives positions, TOMLKit judges: they must see the same file.
@Suite struct ScannerTests {
  @Test func `two thousand seeded mutations never trap, and what TOMLKit takes is seen alike`() {
    var random = SeededNumbers(seed: 2)
    var accepted = 0
    for round in 0..<2_000 {
      var bytes = Array((round.isMultiple(of: 2) ? Self.plain : Self.spelled).utf8)
      for _ in 0...random.below(3) { Self.mutate(&bytes, &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      _ = try? ConfigurationReader.read(text, file: "f")
      _ = try? KeySettings.read(text, file: "f")
      _ = try? PersonalSettings.read(text, file: "f")
      if Self.agree(on: text) { accepted += 1 }
    }
    #expect(accepted > 300, "only \(accepted) were taken, too few to compare")
  }

  @Test(arguments: [
    "a = '''\n'x'''''\nb = \"\"\"\"q\"\"\\\n  \n  z\\\"\"\"\"\"\"",
    "a.b.'c' = 1\na.d = [[1, 2,], [],\n# c\n{}]\n[x.y]\nz = {p.q = 1, r = [{s = ''}]}",
    "[[a]]\n[a.b]\nc = 1\n[[a]]\n[[a.d]]\ne = 07:32:00\n[[a.d]]\nf=1979-05-27 07:32:00Z#x",
    "a = \"\\u00e9\\U0001F600\\b\\t\\n\\f\\r\\\"\\\\\"\nb = +1_000\nc = -0x1F",
    "a = 0xDEAD_beef\nb = 0o17\nc = 0b101\nd = 1e6\ne = -inf\nf = nan\ng = 1979-05-27T07:32:00",
    "\u{FEFF}a = 1\r\n\t b\t=\t\"\"\"\r\nx\r\n\"\"\"\r\n",
    "\"\" = ''\n'' . a = 1", "a = 1 # \u{202E}\n", "", "#", "a=1",
  ])
  func `what TOMLKit takes is seen alike`(_ text: String) {
    _ = Self.agree(on: text)
  }

  /// Reads of both and holds them against each other.
  ///
  /// - Returns: whether TOMLKit takes the text.
  private static func agree(on text: String) -> Bool {
    guard !text.utf8.contains(0) else { return false }
    let scanned = Result { () throws(ScanFailure) in
      try DocumentScanner.scan(SourceText(text, file: "f"))
    }
    // What is kept from TOMLKit would end this process in it.
    switch scanned {
    case .failure(.tooDeep), .failure(.noKey), .failure(.noValue): return false
    case .success, .failure(.nul), .failure(.malformed): break
    }
    guard let judged = try? TOMLTable(string: text) else { return false }
    switch scanned {
    case .success(let root):
      #expect(TreeText.text(of: root) == TreeText.text(of: judged), "\(text)")
    case .failure(.malformed(let offset)): Issue.record("malformed at \(offset): \(text)")
    case .failure: break
    }
    return true
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SeededNumbers) {
    let pieces = [
      "\"", "'", "\"\"\"", "[", "]", "[[", "{", "}", "=", ".", ",", "\n", "\\", "#", "0",
    ]
    let place = random.below(bytes.count)
    switch random.below(5) {
    case 0: bytes.remove(at: place)
    case 1: bytes[place] = UInt8(random.below(256))
    case 2: bytes.insert(contentsOf: pieces[random.below(pieces.count)].utf8, at: place)
    case 3: bytes.swapAt(place, random.below(bytes.count))
    default:
      let end = min(bytes.count, place + 1 + random.below(40))
      let piece = Array(bytes[place..<end])
      bytes.insert(contentsOf: piece, at: random.below(bytes.count))
    }
  }

  private static let plain = FrozenGrammarTests.text

  private static let spelled = """
    project = { name = 'cars', "task" = "label" } # one line
    labels = [ # several
      { id = "car", tier = "high" }, { id = '''v
    an''', parent = "car" },
    ]
    tiers.high.cost = 1_0.5e0
    tiers."l\\u006Fw".cost = 0x1F
    [[routes]]
    when = \"\"\"label:car \\
      note:*\"\"\"
    to = ["@lead", 'ann']
    twice = +0.25
    [members."ann b".x]
    [annotators.A]
    alias = "B" # 日本
    """
}
