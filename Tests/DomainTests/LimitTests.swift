import Domain
import Testing

struct LimitTests {
  @Test func `the grammar of scripts and routes is frozen`() throws {
    let text =
      "label:car agree<0.6 slice.lang:en note:* by:A3 age>2d -flag:* \"two words\" pair:a/b "
      + "tier:high question:tone item:11 status:ruled ratings>=3 gain>0.5 route:2 tag:* plain "
      + "value:4 twice:4 said:A3/car disagree:A3/B2 alone:A3 ruled:car ruled:* doubt:ratings doubt:* batch:2 week:2026-W07 "
      + "week:* version:3 version:v0 status:*"
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
      .init(.value(LabelID("4"))), .init(.twice(LabelID("4"))),
      .init(.said(AnnotatorID("A3"), LabelID("car"))),
      .init(.disagree(AnnotatorID("A3"), AnnotatorID("B2"))), .init(.alone(AnnotatorID("A3"))),
      .init(.ruled(LabelID("car"))), .init(.ruled(nil)),
      .init(.doubt(.ratings)), .init(.doubt(nil)), .init(.batch(2)),
      .init(.week(Week(number: 2928))), .init(.week(nil)), .init(.version(3)),
      .init(.version(0)), .init(.anyStatus),
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
    ("doubt:batch", 0),
    ("label:a foo<3", 8), ("said:a", 0), ("said:/x", 0), ("disagree:a/b/c", 0), ("batch:x", 0),
    ("batch:0", 0), ("version:new", 0), ("version:-1", 0), ("week:12", 0), ("week:2026-W54", 0),
    ("week:2026-W7", 0), ("week:2025-W53", 0),
  ])
  func `a term that is not understood is named by its place`(text: String, offset: Int) {
    let error = #expect(throws: LimitError.self) { try LimitParser.parse(text) }
    #expect(error?.offset == offset)
  }

  @Test(arguments: [
    ("a", "b"), ("a/b", "c"), ("a\\", "b"), ("a\\", "/b"), ("\\/", "\\\\"), ("a\\b", "c"),
    ("/", "/"),
  ])
  func `two names are read back as they were written`(first: String, second: String) throws {
    let names = TwoNames(first, second)
    #expect(TwoNames(names.text) == names, "\(names.text)")
    let limit = try LimitParser.parse("said:\(names.text)")
    #expect(limit.terms.first?.condition == .said(AnnotatorID(first), LabelID(second)))
  }

  @Test func `a backslash before the slash of an old pair stays part of its name`() {
    #expect(TwoNames("a\\/b") == TwoNames("a\\", "b"))
    #expect(TwoNames("a\\b/c") == TwoNames("a\\b", "c"))
    #expect(TwoNames("a//b") == nil)
  }

  @Test func `weeks are read back as they are written`() {
    for number in stride(from: -102_700, to: 400_000, by: 97) {
      let week = Week(number: number)
      guard week.text.utf8.first != UInt8(ascii: "-"), week.text.utf8.count == 8 else { continue }
      #expect(Week(week.text) == week)
    }
  }

  @Test func `what was said is held against each annotator's own value`() throws {
    var subject = LimitSubject(unit: UnitID(item: ItemID("t-11")))
    subject.votes = ["car", "van", "car"].map { LabelID($0) }
    subject.said = [
      .init(AnnotatorID("A"), LabelID("car")), .init(AnnotatorID("B"), LabelID("van")),
    ]
    subject.ruled = LabelID("van")
    subject.lastBatch = 2
    subject.week = Week("2026-W12")
    subject.version = 3
    for text in [
      "said:A/car", "twice:car", "disagree:A/B", "alone:B", "value:van", "ruled:van", "ruled:*",
      "batch:2",
      "week:2026-W12", "week:*", "version:3", "status:*",
    ] {
      #expect(try LimitParser.parse(text).matches(subject), "\(text)")
    }
    for text in [
      "said:A/van", "twice:van", "disagree:A/A", "disagree:A/C", "alone:A", "value:bus",
      "ruled:car", "batch:1",
      "week:2026-W11", "version:2", "-status:*",
    ] {
      #expect(try !LimitParser.parse(text).matches(subject), "\(text)")
    }
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
