/// Where an exporter puts its bytes. The caller opens, syncs and renames.
public typealias ByteSink = (UnsafeRawBufferPointer) throws(InterchangeError) -> Void
