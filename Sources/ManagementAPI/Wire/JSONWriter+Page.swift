import JSON
import Tenancy

/// List envelopes (reference 2.4).
extension JSONWriter {
    /// Whether an envelope prints `total` and `page` when they are zero; both forms are RECORDED.
    enum ZeroValues {
        case printed, omitted
    }

    mutating func page<Item>(
        _ name: StaticString, _ page: Page<Item>, zeroValues: ZeroValues, _ item: (inout JSONWriter, Item) -> Void
    ) {
        beginObject()
        key(name)
        beginArray()
        for element in page.items { item(&self, element) }
        endArray()
        if page.total != 0 || zeroValues == .printed {
            key("total")
            integer(page.total)
        }
        if page.index != 0 || zeroValues == .printed {
            key("page")
            integer(page.index)
        }
        key("per_page")
        integer(page.size)
        endObject()
    }
}
