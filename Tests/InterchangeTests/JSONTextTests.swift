import Interchange
import Testing

struct JSONTextTests {
  @Test func `members stand in the order they are given`() {
    let value: JSONText = ["b": 1, "a": [true, nil, "x"]]
    #expect(value.text() == #"{"b":1,"a":[true,null,"x"]}"#)
  }

  @Test func `reals take their shortest form, and null where they are no number`() {
    #expect(JSONText.real(0.1).text() == "0.1")
    #expect(JSONText.real(3).text() == "3")
    #expect(JSONText.real(1.0 / 3).text() == "0.3333333333333333")
    #expect(JSONText.real(.nan).text() == "null")
    #expect(JSONText.real(-.infinity).text() == "null")
  }

  @Test func `texts are escaped where JSON asks for it`() {
    #expect(JSONText.string("a\"\\\n\t\u{1}\u{7F}é").text() == #""a\"\\\n\t\u0001\u007fé""#)
  }

  @Test func `digits become JSON numbers or null`() {
    #expect(JSONText.digits("+1.50").text() == "1.50")
    #expect(JSONText.digits(".5").text() == "0.5")
    #expect(JSONText.digits("007").text() == "7")
    #expect(JSONText.digits("-1e+3").text() == "-1e3")
    #expect(JSONText.digits("seven").text() == "null")
  }

  @Test func `the indented layout puts each member on a line`() {
    let value: JSONText = ["a": [1, 2], "b": [:]]
    #expect(value.text(.indented) == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}")
  }
}
