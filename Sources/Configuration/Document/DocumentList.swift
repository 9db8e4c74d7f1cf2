/// The elements of a list; one identity while `[[…]]` blocks add to it.
final class DocumentList {
  private(set) var elements: [DocumentValue]

  init(_ elements: [DocumentValue] = []) {
    self.elements = elements
  }

  func append(_ element: DocumentValue) {
    elements.append(element)
  }
}
