import Screen
import Testing
import ThemeCatalog

@Suite struct ThemeFileTests {
  private func refusal(of text: String) -> ThemeError? {
    do throws(ThemeError) {
      _ = try ThemeFile.parse(text, named: "own", over: .plain)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      ("text #ffffff", 1, 1, .notAnAssignment),
      ("# a comment\n\nte xt = - / - / - / -", 3, 1, .notAnAssignment),
      ("  txet = - / - / - / -", 1, 3, .unknownRole("txet")),
      ("text = - / - / - / -\ntext = - / - / - / -", 2, 1, .repeatedRole("text")),
      ("text = - / - / -", 1, 7, .wrongPartCount(3)),
      ("text = #fffff / - / - / -", 1, 8, .badColour("#fffff")),
      ("text = #gggggg / - / - / -", 1, 8, .badColour("#gggggg")),
      ("text = - / 256 / - / -", 1, 12, .badColour("256")),
      ("text = - / - / 7 16 / -", 1, 18, .badColour("16")),
      ("text = - / - / -1 / -", 1, 16, .badColour("-1")),
      ("text = - - - / - / - / -", 1, 12, .tooManyColours),
      ("text = - / - / - / bold blink", 1, 25, .unknownAttribute("blink")),
    ] as [(String, Int, Int, ThemeError.Problem)])
  func `a wrong line is named by line and column`(
    text: String, line: Int, column: Int, problem: ThemeError.Problem
  ) throws {
    let error = try #require(refusal(of: text))
    #expect(error == ThemeError(line: line, column: column, problem: problem))
    #expect(!error.sentence.isEmpty)
  }

  @Test func `roles that are missing are listed`() {
    #expect(throws: ThemeError.self) {
      try ThemeFile.parse("text = - / - / - / -", named: "own")
    }
    do throws(ThemeError) {
      _ = try ThemeFile.parse("text = - / - / - / -", named: "own")
    } catch {
      guard case .missingRoles(let names) = error.problem else {
        Issue.record("\(error)")
        return
      }
      #expect(names == Role.allCases.map(\.name).filter { $0 != "text" })
    }
  }

  @Test func `what a user's theme leaves out comes from its base`() throws {
    let base = ThemeCatalog.standard
    let own = try ThemeFile.parse(
      "accent = #ff0000 - / 196 - / 9 - / bold underline  # loud\r\n", named: "own", over: base)
    #expect(own[.accent].direct == .init(.direct(0xFF0000), nil))
    #expect(own[.accent].attributes == [.bold, .underline])
    #expect(own[.text] == base[.text])
  }

  @Test func `hostile names are safe in the message`() throws {
    let error = try #require(refusal(of: "\u{202E}\u{1B}[31m = - / - / - / -"))
    #expect(error.sentence.plain.contains("⟨U+202E⟩^[[31m"))
  }
}
