/// How a log in files is opened.
public struct FileStoreOptions: Sendable {
  public enum Access: Sendable {
    /// Appends are possible, and a torn tail is cut off.
    case readWrite
    /// Nothing is changed; a torn tail is passed over.
    case readOnly
  }

  public var access = Access.readWrite
  /// The rights that files and folders are made with.
  public var sharing = FileSharing.owner
  /// Users besides oneself, root and the folder's owner whose files are trusted, by their numbers.
  public var owners: [UInt32] = []
  /// How long to wait for other writers before giving up as busy.
  public var lockWaitMilliseconds = 5000
  /// What an event is signed with that the store records by itself: the recovery from a torn tail.
  public let stamp: @Sendable () -> EventStamp

  public init(stamp: @escaping @Sendable () -> EventStamp) {
    self.stamp = stamp
  }
}
