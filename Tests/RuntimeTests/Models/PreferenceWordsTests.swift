import Agreement
import Runtime
import Testing

struct PreferenceWordsTests {
  private static func signs(_ labels: [String], isOrdered: Bool = false) -> [Int?] {
    PreferenceWords(labels, isOrdered: isOrdered).meanings.map { meaning in
      meaning.map { $0.choice.direction * $0.strength }
    }
  }

  @Test func `the spellings of the usual exports`() {
    #expect(Self.signs(["a2", "a1", "tie", "b1", "b2"]) == [-2, -1, 0, 1, 2])
    #expect(Self.signs(["model_a", "model_b", "tie", "tie (bothbad)"]) == [-1, 1, 0, 0])
    #expect(PreferenceWords(["tie (bothbad)"]).meanings.first??.choice == .neither)
    #expect(Self.signs(["A>>B", "A>B", "A=B", "B>A", "A<<B"]) == [-2, -1, 0, 1, 2])
    #expect(Self.signs(["left", "right"]) == [-1, 1])
    #expect(Self.signs(["A much better", "B slightly better"]) == [-2, 1])
  }

  @Test func `numbers are read as a set`() {
    #expect(Self.signs(["0", "1", "2"]) == [0, -1, 1])
    #expect(Self.signs(["-2", "0", "1"]) == [-2, 0, 1])
    #expect(Self.signs(["1", "2", "3", "4"]) == [nil, nil, nil, nil])
    #expect(Self.signs(["1", "2", "3", "4"], isOrdered: true) == [-2, -1, 1, 2])
  }

  @Test func `labels of another task are no preferences`() {
    #expect(!PreferenceWords(["spam", "ham"]).isComplete)
    #expect(!PreferenceWords(["tie", "neither"]).isComplete)
    #expect(!PreferenceWords([]).isComplete)
    #expect(!PreferenceWords(["a", "b", "c"]).isComplete)
    #expect(PreferenceWords(["ja", "egal", "nein"], isOrdered: true).isComplete)
  }
}
