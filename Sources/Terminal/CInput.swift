import CTerminal
import Screen

extension RawInput {
  /// What the shim read, in the words of Screen.
  init(_ input: ct_input) {
    switch input.kind {
    case CT_BYTE: self = .byte(UInt8(truncatingIfNeeded: input.value))
    case CT_SCALAR: self = Unicode.Scalar(input.value).map { .scalar($0) } ?? .unknown
    case CT_KEY: self = Self.key(ct_key(input.value))
    case CT_MOUSE: self = Self.mouse(input)
    default: self = .unknown
    }
  }

  private static func key(_ code: ct_key) -> RawInput {
    switch code {
    case CT_KEY_UP: .key(.up)
    case CT_KEY_DOWN: .key(.down)
    case CT_KEY_LEFT: .key(.left)
    case CT_KEY_RIGHT: .key(.right)
    case CT_KEY_HOME: .key(.home)
    case CT_KEY_END: .key(.end)
    case CT_KEY_PAGE_UP: .key(.pageUp)
    case CT_KEY_PAGE_DOWN: .key(.pageDown)
    case CT_KEY_INSERT: .key(.insert)
    case CT_KEY_DELETE: .key(.delete)
    case CT_KEY_BACKSPACE: .key(.backspace)
    case CT_KEY_ENTER: .key(.enter)
    case CT_KEY_BACKTAB: .key(.backtab)
    case CT_KEY_PASTE_BEGIN: .pasteBegin
    case CT_KEY_PASTE_END: .pasteEnd
    default:
      code.rawValue > CT_KEY_FUNCTION.rawValue
        ? .key(.function(Int(code.rawValue - CT_KEY_FUNCTION.rawValue))) : .unknown
    }
  }

  private static func mouse(_ input: ct_input) -> RawInput {
    let position = Position(row: Int(input.row), column: Int(input.column))
    return switch ct_mouse(input.value) {
    case CT_MOUSE_PRESS: .mouse(MouseEvent(.press, at: position))
    case CT_MOUSE_WHEEL_UP: .mouse(MouseEvent(.wheelUp, at: position))
    case CT_MOUSE_WHEEL_DOWN: .mouse(MouseEvent(.wheelDown, at: position))
    default: .unknown
    }
  }
}
