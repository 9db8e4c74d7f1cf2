import Domain
import Testing

/// A version as a document, there and back.
struct GuidelineMarkdownTests {
  private static let unit = UnitID(item: ItemID("tickets:007"))

  private static let contents = GuidelineContents(
    version: 3,
    sections: [
      .init(id: .label(LabelID("billing")), text: "Money that was asked for.\n\n- bills\n- fees"),
      .init(id: .policy(PolicyID("skipping")), text: "# Never."),
    ],
    clauses: [
      .init(
        id: ClauseID("R-0001"),
        text: ClauseText(
          title: "Refund before billing", labels: [LabelID("refund"), LabelID("billing")],
          statement: "Who asks for money back asks for a refund.",
          examples: [
            ClauseExample("charged twice", unit: unit), ClauseExample("two\nlines"),
          ],
          counterExamples: [ClauseExample("asks when the bill comes")], bornFrom: [12, 40]),
        since: 1),
      .init(
        id: ClauseID("R-0007"), text: ClauseText(title: "Any", labels: [], statement: "Read."),
        since: 3),
    ],
    withdrawn: [.init(id: ClauseID("R-0002"), title: "Old, and: odd", version: 2)])

  @Test func `it reads as a document`() {
    let text = GuidelineMarkdown.text(of: Self.contents, project: "support")
    #expect(
      text == """
        ---
        format: tiebreak-guideline/1
        version: 3
        ---

        # support: guideline, version 3

        ## Labels

        ### billing

        Money that was asked for.

        - bills
        - fees

        ## Policies

        ### skipping

        \\# Never.

        ## Clauses

        ### R-0001 Refund before billing

        - Labels: `billing`, `refund`
        - Since: version 1
        - From rulings: 12, 40

        Who asks for money back asks for a refund.

        **Examples**

        - charged twice
          *from* `tickets:007` `label`
        - two
          lines

        **Counter-examples**

        - asks when the bill comes

        ### R-0007 Any

        - Labels: all
        - Since: version 3

        Read.

        ## Withdrawn

        - R-0002, in version 2: Old, and: odd

        """)
  }

  @Test func `it is read back`() throws {
    let text = GuidelineMarkdown.text(of: Self.contents, project: "support: guideline")
    let read = try GuidelineMarkdown.contents(of: text)
    #expect(read.contents == Self.contents)
    #expect(read.project == "support: guideline")
  }

  @Test func `an empty guideline is read back`() throws {
    let empty = GuidelineContents(version: 0, sections: [], clauses: [], withdrawn: [])
    let text = GuidelineMarkdown.text(of: empty, project: "")
    #expect(try GuidelineMarkdown.contents(of: text).contents == empty)
  }

  /// Words that look like the document's own lines, that could act on a terminal, or that hide.
  private static let words = [
    "", " ", "\n", "a", "# a", "## Clauses", "### R-0001 x", "**Examples**", "**Examples** ",
    "*from* `a` `b`", "\\", "\\# a", "- a", "  a", "---", "a\n\nb\n", "\u{1B}[31m", "\u{202E}x",
    "\r\n", "\t", "`", "`, `", "<b>", "&lt;", "&#x1B;", "&amp;lt;", "& &x; &#xZZ;", "\u{301}a",
    "末尾", "👩‍👩‍👧", "\u{2028}", "a, in version 2: b", ": guideline, version 1", "all",
    "\u{E0041}", "e\u{301} é", "&#x+41;", "x &#x20;", " y ",
  ]

  @Test(arguments: [UInt64](1...60))
  func `whatever the words are, nothing is lost and nothing acts`(seed: UInt64) throws {
    var order = SeededOrder(seed: seed)
    func word() -> String {
      (0..<(1 + order.next(below: 3))).map { _ in
        Self.words[order.next(below: Self.words.count)]
      }.joined()
    }
    func examples() -> [ClauseExample] {
      (0..<order.next(below: 3)).map { _ in
        let unit = UnitID(item: ItemID(word()), question: QuestionID(word()))
        return ClauseExample(word(), unit: order.next(below: 2) == 0 ? unit : nil)
      }
    }
    let contents = GuidelineContents(
      version: Int(seed),
      sections: [
        .init(id: .label(LabelID(word() + "!")), text: word()),
        .init(id: .policy(PolicyID(word() + "!")), text: word()),
      ],
      clauses: (1...3).map { number in
        let labels = (0..<order.next(below: 3)).map { _ in LabelID(word()) }
        return .init(
          id: ClauseID(number: number),
          text: ClauseText(
            title: word(), labels: labels, statement: word(), examples: examples(),
            counterExamples: examples()), since: number)
      }, withdrawn: [.init(id: ClauseID(number: 9), title: word(), version: 1)])
    let project = word()
    let text = GuidelineMarkdown.text(of: contents, project: project)
    let read = try GuidelineMarkdown.contents(of: text)
    #expect(
      GuidelineMarkdown.text(of: read.contents, project: read.project).utf8
        .elementsEqual(text.utf8))
    #expect(read.contents == contents, "\(text)")
    #expect(read.project == project)
    for scalar in text.unicodeScalars {
      #expect(scalar.value >= 0x20 || scalar == "\n" || scalar == "\t")
      #expect(!(0x7F..<0xA0).contains(scalar.value) && !(0x202A...0x202E).contains(scalar.value))
    }
    #expect(!text.contains("<"))
    let clause = try #require(contents.clauses.first)
    for id in [nil, clause.id] {
      let alone = try GuidelineMarkdown.clause(
        of: GuidelineMarkdown.text(of: clause.text, id: id))
      #expect(alone.text == clause.text)
      if let id { #expect(alone.id == id) }
    }
  }

  @Test(arguments: [
    ("---\nformat: other\n", 2), ("# no front matter\n", 1), ("", 1),
    ("---\nformat: tiebreak-guideline/1\nversion: 03\n---\n", 3),
    ("---\nformat: tiebreak-guideline/1\nversion: 3\n---\n\n# x: guideline, version 4\n", 6),
    (
      "---\nformat: tiebreak-guideline/1\nversion: 3\n---\n\n# x: guideline, version 3\n\ntext\n",
      7
    ),
  ])
  func `what is wrong is named by its line`(text: String, line: Int) {
    #expect {
      try GuidelineMarkdown.contents(of: text)
    } throws: { error in
      (error as? GuidelineMarkdownError)?.line == line
    }
  }

  @Test(arguments: [
    ("### T\n\n- Label: `a`\n\ns\n", 3), ("### T\n\n- Labels: a\n\ns\n", 3),
    ("### T\n\n- Labels: all\ns\n", 4), ("### T\n\n- Labels: all\n\ns\n# x\n", 6),
    ("### T\n\n- Labels: all\n\ns\n\n**Examples**\n\nx\n", 9),
    ("### T\n\n- Labels: all\n\n\\s\n", 5), ("### T\n\n- Labels: all\n\ns", 5),
  ])
  func `what is wrong with a clause is named by its line`(text: String, line: Int) {
    #expect {
      try GuidelineMarkdown.clause(of: text)
    } throws: { error in
      (error as? GuidelineMarkdownError)?.line == line
    }
  }

  @Test func `ids of clauses have one spelling`() {
    #expect(ClauseID(number: 42).text == "R-0042")
    #expect(ClauseID(number: 12_345).number == 12_345)
    for text in ["R-42", "R-00042", "R-0000", "r-0042", "R-004x", "R-", "", "R-1234567890"] {
      #expect(ClauseID(text).number == nil, "\(text)")
    }
  }
}
