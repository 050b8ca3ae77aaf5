import JSON
import Formats
import YAML

/// YAML becomes JSON or is refused, and a configuration made of it becomes a seed or is refused.
enum YAMLTarget {
    static func run(_ bytes: [UInt8]) -> CInt {
        guard let document = try? YAMLReader.read(bytes) else { return 0 }
        var writer = JSONWriter()
        writer.value(document)
        guard (try? JSONParser.parse(writer.finish())) == document else { fatalError("YAML became no JSON") }
        _ = try? DeployConfiguration(document) { _ in "code" }.seed()
        return 0
    }
}
