/// Something read, and the byte at which it stood.
struct Located<Content> {
  let content: Content
  let offset: Int
}
