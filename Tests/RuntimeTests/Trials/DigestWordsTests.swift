import Testing

@testable import Runtime

/// What stands between somebody's words and a page.
struct DigestWordsTests {
  @Test(arguments: [
    ("As Ann B. said", "As (somebody) said"), ("ANN B.: no", "(somebody): no"),
    ("Anna and joann b.", "Anna and joann b."), ("bo,bo", "(somebody),(somebody)"),
    ("bobo Bo's é bo", "bobo (somebody)'s é (somebody)"), ("ébo boé", "ébo boé"), ("", ""),
    ("標註者說", "標註者說"), ("(標註者)", "((somebody))"),
  ])
  func `names that stand as words are left out`(text: String, masked: String) {
    #expect(NameMask(["ann b.", "bo", "", "標註者"]).masked(text) == masked)
  }

  @Test func `the longest name counts`() {
    #expect(NameMask(["ann", "ann b"]).masked("ann b x ann") == "(somebody) x (somebody)")
    #expect(NameMask([String]()).masked("ann") == "ann")
  }

  @Test(arguments: [
    ("a *b* _c_ `d`", "a \\*b\\* \\_c\\_ \\`d\\`"), ("# no", "\\# no"), ("a # no", "a # no"),
    ("- x", "\\- x"), ("T-1", "T-1"), ("12. x", "12\\. x"), ("12) x", "12\\) x"),
    ("at 12.5", "at 12.5"), ("<b>&amp;", "\\<b\\>\\&amp;"), ("[x](y)", "\\[x\\](y)"),
    ("http://x", "http\\://x"), ("a: b", "a: b"), ("a\nb", "a b"), ("\\", "\\\\"),
    ("![x](y)", "!\\[x\\](y)"), ("~~x~~ | $y$", "\\~\\~x\\~\\~ \\| \\$y\\$"),
  ])
  func `marks of Markdown are read as they stand`(text: String, escaped: String) {
    #expect(DigestMarkdown.escaped(text) == escaped)
  }

  @Test func `marks of HTML are read as they stand`() {
    #expect(
      Markup.escaped("<a href=\"x\" y='z'>&amp;")
        == "&lt;a href=&quot;x&quot; y=&#39;z&#39;&gt;&amp;amp;")
  }
}
