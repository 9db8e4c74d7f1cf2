package import Workbench

extension PathListing {
  /// How many names are listed of a folder.
  private static let most = 1000

  /// What lies in the folder that a path being typed begins with; nothing where it cannot be read.
  ///
  /// Names that begin with a point are left out, unless one is being typed.
  package init(completing path: String) {
    let folder = Self.folder(in: path)
    let isHidden = Self.name(in: path).hasPrefix(".")
    let place = folder.isEmpty ? "." : folder
    let names = (Folders.names(in: place) ?? []).filter { $0.hasPrefix(".") == isHidden }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.prefix(Self.most)
      .map { Folders.isFolder(place + "/" + $0) ? $0 + "/" : $0 }
    self.init(folder: folder, names: Array(names))
  }
}
