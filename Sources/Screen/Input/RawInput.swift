/// What a terminal library reads, before it is known what it means.
package enum RawInput: Hashable, Sendable {
  /// One byte of UTF-8.
  case byte(UInt8)
  /// A scalar as it was typed, controls and escapes among them.
  case scalar(Unicode.Scalar)
  /// A key that the library recognised by its sequence.
  case key(Key)
  case pasteBegin
  case pasteEnd
  case mouse(MouseEvent)
  /// Something that has no meaning here.
  case unknown
}
