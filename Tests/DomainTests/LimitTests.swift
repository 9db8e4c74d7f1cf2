import Domain
import Testing

struct LimitTests {
  @Test func `the grammar of scripts and routes is frozen`() throws {
    let text =
      "label:car agree<0.6 slice.lang:en note:* by:A3 age>2d -flag:* \"two words\" pair:a/b "
      + "tier:high question:tone item:11 status:ruled ratings>=3 gain>0.5 route:2 tag:* plain"
    let limit = try LimitParser.parse(text)
    let number = try #require(Number("0.6"))
    let half = try #require(Number("0.5"))
    let expected: [Limit.Term] = [
      .init(.label(LabelID("car"))), .init(.agreement(.below, number)),
      .init(.slice(key: "lang", value: .containing("en"))), .init(.note(.any)),
      .init(.by(AnnotatorID("A3"))), .init(.age(.above, 2)), .init(.flag, isNegated: true),
      .init(.text("two words")), .init(.pair(LabelID("a"), LabelID("b"))),
      .init(.tier(TierID("high"))), .init(.question(QuestionID("tone"))),
      .init(.item(.containing("11"))), .init(.status(.ruled)), .init(.ratings(.atLeast, 3)),
      .init(.gain(.above, half)), .init(.route(2)), .init(.tag), .init(.text("plain")),
    ]
    #expect(limit.terms == expected)
  }

  @Test func `a label with blanks is quoted`() throws {
    let limit = try LimitParser.parse("label:\"not entailed\" slice.a:\"b c\"")
    #expect(limit.terms.first?.condition == .label(LabelID("not entailed")))
    #expect(limit.terms.last?.condition == .slice(key: "a", value: .containing("b c")))
  }

  @Test(arguments: [
    ("agree<x", 0), ("a:b", 0), ("label:car agree<", 10), ("age>2", 0), ("age>twod", 0),
    ("status:done", 0), ("pair:a", 0), ("label:", 0), ("x \"y", 2), ("ratings>many", 0),
    ("label:a foo<3", 8),
  ])
  func `a term that is not understood is named by its place`(text: String, offset: Int) {
    let error = #expect(throws: LimitError.self) { try LimitParser.parse(text) }
    #expect(error?.offset == offset)
  }

  @Test func `all terms must hold, and a negated one must not`() throws {
    var subject = LimitSubject(unit: UnitID(item: ItemID("t-11")))
    subject.labels = [LabelID("car"), LabelID("van")]
    subject.agreement = Number("0.4")
    subject.slices = [Slice(key: "lang", value: "en")]
    subject.text = "The QUICK fox"
    subject.status = .open
    for text in [
      "", "label:car", "pair:van/car", "agree<0.6 slice.lang:en", "-label:bus", "quick", "item:11",
      "slice.lang:*", "status:open ratings<1", "-note:*",
    ] {
      #expect(try LimitParser.parse(text).matches(subject), "\(text)")
    }
    for text in [
      "label:bus", "agree<0.4", "slice.lang:e", "slow", "label:car -label:van", "gain>0",
    ] {
      #expect(try !LimitParser.parse(text).matches(subject), "\(text)")
    }
  }
}
