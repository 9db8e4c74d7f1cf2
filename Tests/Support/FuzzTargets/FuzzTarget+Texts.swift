import Domain
import Screen

extension FuzzTarget {
  /// Texts that are shown, typed, or edited.
  static let texts: [FuzzTarget] = [
    FuzzTarget(
      "screen-text",
      seeds: [
        "plain é 漢字 👩‍👩‍👧 \u{1B}[31m \u{202E}x\u{200B} a\u{301}\u{302}\u{303}\u{304}\u{305}\r\n\t"
      ]
    ) { bytes in
      let text = SafeText(Untrusted(bytes: bytes))
      var width = 0
      for scalar in text.plain.unicodeScalars {
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        let turns =
          (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        if isControl || turns { return .broken("a control character is shown") }
      }
      for piece in text.pieces { width += Int(piece.width) }
      guard width == text.width else { return .broken("the width is not that of its pieces") }
      guard text.clipped(to: 7).width <= 7 else { return .broken("clipped text is too wide") }
      for line in TextFlow.lines(of: Untrusted(bytes: bytes), width: 9) where line.width > 9 {
        return .broken("a line is too wide")
      }
      return .accepted
    },
    FuzzTarget("typed", seeds: ["abc é漢\u{1B}x\u{1B}[A\u{1B}[200~pasted\u{1B}[201~"]) { bytes in
      var decoder = InputDecoder()
      for byte in bytes {
        _ = decoder.read(byte == 0xF8 ? .pasteBegin : byte == 0xF9 ? .pasteEnd : .byte(byte))
      }
      return .accepted
    },
    FuzzTarget("guideline", seeds: [document]) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let read = try? GuidelineMarkdown.contents(of: text) else { return .refused }
      let written = GuidelineMarkdown.text(of: read.contents, project: read.project)
      guard let again = try? GuidelineMarkdown.contents(of: written) else {
        return .broken("a document that was written cannot be read")
      }
      return again.contents == read.contents && again.project == read.project
        ? .accepted : .broken("a document that was written means something else")
    },
    FuzzTarget("clause", seeds: [clause]) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let read = try? GuidelineMarkdown.clause(of: text) else { return .refused }
      let written = GuidelineMarkdown.text(of: read.text, id: read.id)
      guard let again = try? GuidelineMarkdown.clause(of: written) else {
        return .broken("a clause that was written cannot be read")
      }
      return again.id == read.id && again.text == read.text
        ? .accepted : .broken("a clause that was written means something else")
    },
  ]

  private static let clause = GuidelineMarkdown.text(
    of: ClauseText(
      title: "Refund before billing", labels: [LabelID("billing"), LabelID("refund")],
      statement: "Who asks for money back asks for a refund.\n# not a heading",
      examples: [ClauseExample("charged twice", unit: UnitID(item: ItemID("T-04")))],
      counterExamples: [ClauseExample("asks when the bill comes")], bornFrom: [12, 40]),
    id: ClauseID("R-0001"))

  private static let document = GuidelineMarkdown.text(
    of: GuidelineContents(
      version: 2,
      sections: [
        GuidelineContents.Section(
          id: .label(LabelID("billing")), text: "Money that was asked for."),
        GuidelineContents.Section(id: .policy(PolicyID("skipping")), text: "Never.\n\n- a < b"),
      ], clauses: [], withdrawn: []), project: "tickets")
}
