import CJSON

/// A value of a JSON document that has been read; good as long as its document is.
struct JSONNode {
  private let nodes: UnsafePointer<tb_json_node>
  private let index: Int

  init(nodes: UnsafePointer<tb_json_node>, index: Int) {
    self.nodes = nodes
    self.index = index
  }

  private var node: tb_json_node { nodes[index] }
  private var kind: tb_json_kind { tb_json_kind(UInt32(node.kind)) }

  var isNull: Bool { kind == TB_JSON_NULL }
  var isObject: Bool { kind == TB_JSON_OBJECT }

  var string: String? {
    guard kind == TB_JSON_STRING else { return nil }
    let bytes = UnsafeRawBufferPointer(start: node.value.text, count: Int(node.count))
    return String(decoding: bytes, as: UTF8.self)
  }

  var boolean: Bool? {
    switch kind {
    case TB_JSON_TRUE: true
    case TB_JSON_FALSE: false
    default: nil
    }
  }

  /// A number's digits in their shortest form.
  var digits: String? {
    switch kind {
    case TB_JSON_INT: String(node.value.integer)
    case TB_JSON_UINT: String(node.value.natural)
    case TB_JSON_DOUBLE: JSONText.real(node.value.real).text()
    default: nil
    }
  }

  var integer: Int? {
    kind == TB_JSON_INT ? Int(node.value.integer) : nil
  }

  var double: Double? {
    switch kind {
    case TB_JSON_INT: Double(node.value.integer)
    case TB_JSON_UINT: Double(node.value.natural)
    case TB_JSON_DOUBLE: node.value.real
    default: nil
    }
  }

  /// A string, a number's digits, or a truth as text; nil for everything else.
  var scalarText: String? {
    string ?? digits ?? boolean.map { $0 ? "true" : "false" }
  }

  /// The elements of an array; nil where it is none.
  var elements: [JSONNode]? {
    kind == TB_JSON_ARRAY ? children : nil
  }

  /// The members of an object in their order; none where it is no object.
  var members: [Member] {
    guard kind == TB_JSON_OBJECT else { return [] }
    let children = children
    return stride(from: 0, to: children.count, by: 2).map {
      Member(name: children[$0].string ?? "", value: children[$0 + 1])
    }
  }

  struct Member {
    let name: String
    let value: JSONNode
  }

  /// A member by name. O(members).
  subscript(name: StaticString) -> JSONNode? {
    guard kind == TB_JSON_OBJECT else { return nil }
    let wanted = UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return member { $0.elementsEqual(wanted) }
  }

  subscript(name name: String) -> JSONNode? {
    guard kind == TB_JSON_OBJECT else { return nil }
    return member { $0.elementsEqual(name.utf8) }
  }

  /// The same value for writing.
  var json: JSONText {
    switch kind {
    case TB_JSON_NULL: .null
    case TB_JSON_TRUE: .boolean(true)
    case TB_JSON_FALSE: .boolean(false)
    case TB_JSON_STRING: .string(string ?? "")
    case TB_JSON_ARRAY: .array(children.map(\.json))
    case TB_JSON_OBJECT: .object(members.map { JSONText.Member($0.name, $0.value.json) })
    default: .digits(digits ?? "")
    }
  }

  private func member(_ isWanted: (UnsafeRawBufferPointer) -> Bool) -> JSONNode? {
    let end = Int(node.next)
    var position = index + 1
    while position < end {
      let name = nodes[position]
      let bytes = UnsafeRawBufferPointer(start: name.value.text, count: Int(name.count))
      if isWanted(bytes) { return JSONNode(nodes: nodes, index: position + 1) }
      position = Int(nodes[position + 1].next)
    }
    return nil
  }

  /// What stands directly inside, names of members among it.
  private var children: [JSONNode] {
    var found: [JSONNode] = []
    let end = Int(node.next)
    var position = index + 1
    while position < end {
      found.append(JSONNode(nodes: nodes, index: position))
      position = Int(nodes[position].next)
    }
    return found
  }
}
