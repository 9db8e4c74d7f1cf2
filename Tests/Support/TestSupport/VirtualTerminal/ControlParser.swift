/// Cuts a terminal's byte stream into text and control sequences.
struct ControlParser {
  /// One thing that a terminal acts on.
  enum Action: Equatable {
    case print(Unicode.Scalar)
    case control(UInt8)
    case escape(Character)
    case sequence(Sequence)
    /// The text of an operating system command, such as a window title.
    case command(String)
  }

  /// A control sequence: `ESC [ ? 1 ; 2 h` has the mark `?`, two numbers and the letter `h`.
  struct Sequence: Equatable {
    var mark: Character?
    var numbers: [Int] = []
    var letter: Character = " "

    /// A number, or what stands for it where it was left out or is zero.
    func number(_ index: Int, default standard: Int = 1) -> Int {
      index < numbers.count && numbers[index] > 0 ? numbers[index] : standard
    }
  }

  private enum State {
    case ground
    case escape
    case charset
    case sequence
    case command
    case commandEscape
  }

  private var state = State.ground
  private var sequence = Sequence()
  private var digits = ""
  private var text: [UInt8] = []
  private var pending: [UInt8] = []
  private var missing = 0

  /// Takes one byte and yields what it completes.
  mutating func take(_ byte: UInt8) -> Action? {
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .charset:
      state = .ground
      return nil
    case .sequence: return inSequence(byte)
    case .command: return inCommand(byte)
    case .commandEscape:
      state = .ground
      return .command(String(decoding: text, as: UTF8.self))
    }
  }

  private mutating func ground(_ byte: UInt8) -> Action? {
    if byte == 0x1B {
      state = .escape
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    if byte < 0x80 { return .print(Unicode.Scalar(byte)) }
    if missing == 0 {
      pending = [byte]
      missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0
    } else {
      pending.append(byte)
      missing -= 1
    }
    guard missing == 0 else { return nil }
    return String(decoding: pending, as: UTF8.self).unicodeScalars.first.map { .print($0) }
  }

  private mutating func escape(_ byte: UInt8) -> Action? {
    switch byte {
    case UInt8(ascii: "["):
      state = .sequence
      sequence = Sequence()
      digits = ""
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      state = .command
      text = []
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"): state = .charset
    default:
      state = .ground
      return .escape(Character(Unicode.Scalar(byte)))
    }
    return nil
  }

  private mutating func inSequence(_ byte: UInt8) -> Action? {
    let character = Character(Unicode.Scalar(byte))
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(character)
    // `38:2::r:g:b` leaves the colour space out, `38;2;r;g;b` has no place for one.
    case UInt8(ascii: ":") where digits.isEmpty: break
    case UInt8(ascii: ";"), UInt8(ascii: ":"):
      sequence.numbers.append(Int(digits) ?? 0)
      digits = ""
    case 0x20...0x2F, 0x3C...0x3F: sequence.mark = character
    case 0x40...0x7E:
      if !digits.isEmpty || !sequence.numbers.isEmpty {
        sequence.numbers.append(Int(digits) ?? 0)
      }
      sequence.letter = character
      state = .ground
      return .sequence(sequence)
    default: return .control(byte)
    }
    return nil
  }

  private mutating func inCommand(_ byte: UInt8) -> Action? {
    if byte == 0x1B {
      state = .commandEscape
    } else if byte == 0x07 {
      state = .ground
      return .command(String(decoding: text, as: UTF8.self))
    } else {
      text.append(byte)
    }
    return nil
  }
}
