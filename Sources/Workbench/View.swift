package import Screen

/// Draws a model into a blank grid of its size, by roles alone.
///
/// - Returns: where the terminal's cursor stands, where something is being typed.
@discardableResult
package func view(_ model: Model, into grid: inout Grid) -> Position? {
  guard !model.isTooSmall else {
    TooSmallView.draw(in: &grid)
    return nil
  }
  TitleBar(model).draw(in: &grid)
  var cursor: Position?
  switch model.place {
  case .queue: QueueView(model).draw(in: &grid)
  case .item: ItemView(model).draw(in: &grid)
  case .clause:
    SentenceLine(model).draw(in: &grid, row: ListLayout(model.size).sentenceRow)
    cursor = FormScreen(model).drawWithCursor(in: &grid)
  default:
    SentenceLine(model).draw(in: &grid, row: ListLayout(model.size).sentenceRow)
    model.placeScreen?.draw(in: &grid)
  }
  if !model.typed.isEmpty { WhichKeyView(model).draw(in: &grid) }
  if model.overlay != nil { OverlayView(model).draw(in: &grid) }
  let typed = LastRow(model).draw(in: &grid)
  return typed ?? (model.overlay == nil ? cursor : nil)
}
