extension SafeText {
  /// The text cut every `width` cells, wherever that is: for what has no words, as a line of JSON.
  ///
  /// - Parameter limit: the most chunks that are made.
  package func chunks(of width: Int, upTo limit: Int = .max) -> [SafeText] {
    var chunks: [SafeText] = []
    var start = 0
    while start < pieces.count, chunks.count < limit {
      var end = start
      var used = 0
      while end < pieces.count, used + Int(pieces[end].width) <= max(2, width) {
        used += Int(pieces[end].width)
        end += 1
      }
      var cut = end
      while cut > start, cut < pieces.count, pieces[cut].isJoined { cut -= 1 }
      if cut == start { cut = end }
      chunks.append(SafeText(Array(pieces[start..<cut])))
      start = cut
    }
    return chunks
  }
}
