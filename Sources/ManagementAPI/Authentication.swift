import HTTPCore

/// Lax authentication: any bearer token passes, none is a 401 (reference 6.2).
enum Authentication {
    /// True when the first Authorization field is `Bearer`, in any case, with something behind it
    /// (design section 6: an empty one counts as missing).
    static func hasBearer(_ fields: HTTPFields) -> Bool {
        var isFirst = true
        var found = false
        fields.forEachValue(of: .authorization) { value in
            guard isFirst else { return }
            isFirst = false
            guard value.count > 7, value[6] == 0x20, value.extracting(0..<6).equalsIgnoringCase("bearer") else {
                return
            }
            for index in 7..<value.count where value[index] != 0x20 { found = true }
        }
        return found
    }
}
