/// A console on which text is printed, line after line, and nothing is ever drawn over.
package protocol LineConsole: Console {
  /// Prints text that is safe to print, as it is.
  func say(_ text: String)
}
