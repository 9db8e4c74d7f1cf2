package import Screen

/// Draws a model into a blank grid of its size, by roles alone.
///
/// - Returns: where the terminal's cursor stands, where something is being typed.
@discardableResult
package func view(_ model: Model, into grid: inout Grid) -> Position? {
  nil
}
