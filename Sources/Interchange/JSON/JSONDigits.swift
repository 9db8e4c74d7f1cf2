/// Spells decimal digits as JSON numbers.
enum JSONDigits {
  /// The same amount as JSON writes it; nil where the text is no decimal number.
  static func spelling(of text: String) -> String? {
    var rest = Substring(text)
    var output = ""
    if rest.first == "-" { output = "-" }
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    var whole = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(whole.count)
    while whole.count > 1, whole.first == "0" { whole.removeFirst() }
    var fraction = Substring()
    if rest.first == "." {
      fraction = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(fraction.count + 1)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    output += whole.isEmpty ? "0" : whole
    if !fraction.isEmpty { output += "." + fraction }
    if rest.isEmpty { return output }
    guard rest.first == "e" || rest.first == "E", let exponent = Int(rest.dropFirst()) else {
      return nil
    }
    return output + "e\(exponent)"
  }
}
