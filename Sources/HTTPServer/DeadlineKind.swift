/// What the deadline of a connection was set for.
enum DeadlineKind: Equatable {
    case idle, head
    /// Content, having reached so many times `progressBytes`.
    case body(milestone: Int)
    case flush, pause, linger
}
