/// The ratings of some of a file's items, in file order, as numbers: room that is filled with one part
/// after another.
public final class RatingPart {
  /// How many ratings there are.
  public private(set) var count = 0
  /// Items are numbered from 0 within the part.
  public var itemCount: Int { table.count }

  private let table = InternTable()
  private var capacity = 0
  private var itemColumn: UnsafeMutablePointer<Int32>
  private var annotatorColumn: UnsafeMutablePointer<Int32>
  private var labelColumn: UnsafeMutablePointer<Int32>
  private var timeColumn: UnsafeMutablePointer<Int64>

  public init() {
    itemColumn = .allocate(capacity: 0)
    annotatorColumn = .allocate(capacity: 0)
    labelColumn = .allocate(capacity: 0)
    timeColumn = .allocate(capacity: 0)
  }

  deinit {
    deallocate()
  }

  public var items: UnsafeBufferPointer<Int32> { .init(start: itemColumn, count: count) }
  /// `RatingBlock.anonymous` where the file does not tell who.
  public var annotators: UnsafeBufferPointer<Int32> { .init(start: annotatorColumn, count: count) }
  public var labels: UnsafeBufferPointer<Int32> { .init(start: labelColumn, count: count) }
  /// Milliseconds since 1970; of use only where all ratings of the file have a time.
  public var times: UnsafeBufferPointer<Int64> { .init(start: timeColumn, count: count) }

  /// The name of an item; it is good until the next part is read.
  public func item(_ number: Int32) -> String { table[number] }

  func clear(capacity wanted: Int) {
    count = 0
    table.removeAll()
    guard wanted > capacity else { return }
    deallocate()
    capacity = wanted
    itemColumn = .allocate(capacity: wanted)
    annotatorColumn = .allocate(capacity: wanted)
    labelColumn = .allocate(capacity: wanted)
    timeColumn = .allocate(capacity: wanted)
  }

  /// Takes up what a writer wrote, its codes turned into those of the whole file.
  func append(_ bytes: UnsafeRawBufferPointer, hasTimes: Bool, codes: PartCodes) {
    guard var next = bytes.baseAddress else { return }
    let end = next + bytes.count
    let annotators = codes.annotators
    let labels = codes.labels
    var row = count
    while next < end {
      let head = RatingHead(from: next)
      next += head.size
      if hasTimes {
        timeColumn[row] = next.loadUnaligned(as: Int64.self)
        next += 8
      }
      itemColumn[row] = table.intern(table.key(next, head.length))
      annotatorColumn[row] = annotators[Int(head.annotator &+ 1)]
      labelColumn[row] = labels[Int(head.label)]
      row &+= 1
      next += (head.length &+ 3) & ~3
    }
    count = row
  }

  private func deallocate() {
    itemColumn.deallocate()
    annotatorColumn.deallocate()
    labelColumn.deallocate()
    timeColumn.deallocate()
  }
}
