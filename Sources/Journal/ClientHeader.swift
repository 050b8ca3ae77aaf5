import Ground
import HTTPCore
import JSON

/// What the field `Auth0-Client` says: JSON in Base64 (reference clients.md).
struct ClientHeader: CustomStringConvertible {
    let description: String

    /// Nil for a value that names no client.
    init?(_ value: String) {
        // Clients send either alphabet, with padding or without.
        let text = value.utf8.filter { $0 != 0x3D }.map { $0 == 0x2B ? 0x2D : $0 == 0x2F ? 0x5F : $0 }
        guard let bytes = Base64URL.decode(text), let object = try? JSONParser.parse(bytes),
            let name = object.string("name")
        else { return nil }
        description = object.string("version").map { "\(name)/\($0)" } ?? name
    }
}
